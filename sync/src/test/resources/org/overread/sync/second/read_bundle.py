# SPDX-License-Identifier: Apache-2.0
"""Reads a bundle as docs/bundle-format.md says and prints what is in it, one fact a line.

Written beside the program and using nothing of it, to make the .expected files that the tests compare with:
python3 read_bundle.py bundle-2.hex root-2.hex > bundle-2.expected
Needs the package cryptography and the program zstd.
"""
import base64
import collections
import hashlib
import json
import struct
import subprocess
import sys

from cryptography.hazmat.primitives.serialization import load_der_public_key


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def read(name):
    return bytes.fromhex("".join(open(name).read().split()))


def spelled(value):
    return json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


def opened(envelope, keys, lenient=False):
    """The payload, after all signatures were checked."""
    fields = json.loads(envelope)
    assert spelled(fields) == envelope
    payload = base64.b64decode(fields["payload"], validate=True)
    kind = fields["payloadType"].encode()
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
    signers = []
    for one in fields["signatures"]:
        if lenient and one["keyid"] not in keys:
            continue
        load_der_public_key(keys[one["keyid"]]).verify(base64.b64decode(one["sig"]), message)
        signers.append(one["keyid"])
    assert signers
    return payload, signers


def named(keys):
    raw = [base64.b64decode(key) for key in keys]
    return {sha(key).hex(): key for key in raw}


def root(envelope, before):
    fields = json.loads(base64.b64decode(json.loads(envelope)["payload"]))
    keys = named(fields["rootKeys"])
    payload, signers = opened(envelope, keys, lenient=True)
    assert len(signers) >= fields["threshold"]
    if before and fields["version"] > before["version"]:
        assert fields["version"] == before["version"] + 1
        _, old = opened(envelope, named(before["rootKeys"]), lenient=True)
        assert len(old) >= before["threshold"]
    print("root", fields["version"], sha(payload).hex())
    return fields


def runs(content, size, step):
    values, at = [], 0
    while at < len(content):
        value = int.from_bytes(content[at : at + step], "little")
        at, count, shift = at + step, 0, 0
        while True:
            group = content[at]
            count |= (group & 127) << shift
            at, shift = at + 1, shift + 7
            if group < 128:
                break
        values += [value] * (count + 1)
    assert len(values) == size
    return values


def block(data, sides, step, content):
    magic, kind, codec, width, w, h, d, zero, size = struct.unpack(">4sBBBBBBHI", data[:16])
    assert (magic, kind, width, (w, h, d), zero) == (b"OVO1", 1, step, sides, 0)
    spelling = data[16:]
    if codec == 2:
        spelling = subprocess.run(["zstd", "-dcq"], input=spelling, capture_output=True, check=True).stdout
    assert len(spelling) == size
    assert sha(bytes([step, w, h, d, 0]), spelling) == content
    count = w * h * d
    if codec == 0:
        return codec, [int.from_bytes(spelling[n : n + step], "little") for n in range(0, size, step)]
    return codec, runs(spelling, count, step)


def layer(fields, objects, codecs):
    """How often each value is, and the digest over all values in their order, two bytes each."""
    size = [fields[side] for side in ("width", "height", "depth")]
    step = {"u8": 1, "u16": 2}[fields["type"]]
    across = [(side + 63) // 64 for side in size]
    volume = [0] * (size[0] * size[1] * size[2])
    blocks = across[0] * across[1] * across[2]
    assert len(fields["slabs"]) == (blocks + 63) // 64
    for slab, entry in enumerate(fields["slabs"]):
        count = min(64, blocks - 64 * slab)
        if entry.startswith("u:"):
            listed = [int(entry[2:])] * count
        else:
            table = objects[entry[5:]]
            place = struct.unpack(">HHHH", table[16:24])
            assert place == (size[0] - 1, size[1] - 1, size[2] - 1, slab)
            at, listed = 24, []
            while at < len(table):
                if table[at] == 0:
                    listed.append(int.from_bytes(table[at + 1 : at + 3], "big"))
                    at += 3
                else:
                    listed.append((table[at + 1 : at + 33].hex(), table[at + 33 : at + 65]))
                    assert len(objects[listed[-1][0]]) == int.from_bytes(table[at + 65 : at + 69], "big")
                    at += 69
            assert len(listed) == count
        for number, said in enumerate(listed, 64 * slab):
            low = [64 * (number % across[0]), 64 * (number // across[0] % across[1])]
            low.append(64 * (number // across[0] // across[1]))
            sides = tuple(min(64, size[n] - low[n]) for n in range(3))
            if isinstance(said, int):
                values = [said] * (sides[0] * sides[1] * sides[2])
            else:
                codec, values = block(objects[said[0]], sides, step, said[1])
                codecs[said[0]] = codec
            for n, value in enumerate(values):
                i, j = low[0] + n % sides[0], low[1] + n // sides[0] % sides[1]
                k = low[2] + n // sides[0] // sides[1]
                volume[(k * size[1] + j) * size[0] + i] = value
    counts = " ".join("%d:%d" % one for one in sorted(collections.Counter(volume).items())[:6])
    return counts, sha(b"".join(value.to_bytes(2, "little") for value in volume)).hex()


def up(leaf, at, size, path):
    """RFC 9162, section 2.1.3.2."""
    last = size - 1
    for beside in path:
        assert last
        if at & 1 or at == last:
            leaf = sha(b"\1", beside, leaf)
            while not at & 1:
                at, last = at >> 1, last >> 1
        else:
            leaf = sha(b"\1", leaf, beside)
        at, last = at >> 1, last >> 1
    assert not last
    return leaf


def main():
    data, believed = read(sys.argv[1]), read(sys.argv[2])
    print("bundle", sha(data).hex(), len(data))
    trusted = root(believed, None)
    assert data[:8] == b"\x89AVB1\r\n\n"
    at, running, count = 8, hashlib.sha256(), 0
    people, statements, objects, leaves, generations, tree = {}, [], {}, {}, {}, None
    proofs = 0
    while True:
        kind, length = struct.unpack(">BI", data[at : at + 5])
        digest, content = data[at + 5 : at + 37], data[at + 37 : at + 37 + length]
        assert digest == sha(data[at : at + 5], content)
        at += 37 + length
        if kind == 8:
            assert content == struct.pack(">Q", count) + running.digest() and at == len(data)
            break
        running.update(digest)
        count += 1
        if kind == 1:
            trusted = root(content, trusted)
        elif kind in (2, 3):
            keys = dict(people, **named(trusted["enrolmentKeys"]), **named(trusted["recoveryKeys"]))
            payload, signers = opened(content, keys)
            said = json.loads(payload)
            assert spelled(said) == payload
            word = said["predicateType"].split("/")[-2] + "/" + said["predicateType"].split("/")[-1]
            body = said["predicate"]
            assert body["author"] in signers and body["tenant"] == trusted["tenant"]
            if word == "key-certificate/v1":
                people.update(named([body["key"]]))
            identity = sha(payload)
            upon = [s["digest"]["sha256"] for s in said["subject"] if s["name"] == "statement"]
            upon = body["parents"] if word == "version/v1" else upon if word.endswith("/v1") else []
            generations[identity.hex()] = 1 + max([generations[u] for u in upon] + [-1])
            leaves[identity] = sha(b"\0", b"overread-entry/v1\n", identity, sha(content))
            generation = "-" if kind == 2 else str(generations[identity.hex()])
            print("statement", generation, word, identity.hex(), leaves[identity].hex(), len(signers))
            statements.append((identity.hex(), word, body))
        elif kind in (4, 5):
            objects[sha(content).hex()] = content
        elif kind == 6:
            origin, size, base = content.decode().split("\n")[:3]
            tree = (int(size), base64.b64decode(base))
            print("checkpoint", origin, size, tree[1].hex())
        elif kind == 7:
            index, size, length = struct.unpack(">QQB", content[32:49])
            path = [content[49 + 32 * n : 81 + 32 * n] for n in range(length)]
            assert size == tree[0] and up(leaves[content[:32]], index, size, path) == tree[1]
            print("proof", content[:32].hex(), index)
            proofs += 1
    codecs = {}
    for identity, word, body in statements:
        if word == "version/v1":
            for number, fields in enumerate(body["layers"]):
                counts, digest = layer(fields, objects, codecs)
                sides = "%dx%dx%d" % (fields["width"], fields["height"], fields["depth"])
                print("layer", identity, number, fields["kind"], sides, fields["type"], digest, counts)
    print("blocks", len(codecs), "codecs", " ".join(map(str, sorted(set(codecs.values())))))
    print("tables", len(objects) - len(codecs), "frames", count, "proofs", proofs)


main()
