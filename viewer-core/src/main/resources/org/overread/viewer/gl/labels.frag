// Defined before this text: VOXELS or SMOOTH; TABLE or EVEN.
// Which of up to 128 labels a pixel shows, one bit each; of a slab, what comes first from the viewer.
uniform usampler2D pool; // blocks of 32 voxels a side: texel (j, k) has the bits of the voxels along i
uniform usampler2D starts; // for each place of a block where its entries start; one more for the end
uniform usampler2D entries; // the label's number above 24 bits that say where in the pool its block is
uniform ivec3 places; // how many blocks there are along i, j and k

const uint FULL = 0xFFFFFFu; // a block that is not in the pool: all of its voxels are set
const int TILES = 64; // blocks side by side in the pool

out uvec4 labels;

uint at(usampler2D line, int n) {
    return texelFetch(line, ivec2(n & 1023, n >> 10), 0).r;
}

uvec4 labelsOf(ivec3 voxel) {
    ivec3 block = voxel >> 5;
    ivec3 within = voxel & 31;
    int place = (block.z * places.y + block.y) * places.x + block.x;
    int end = int(at(starts, place + 1));
    uvec4 found = uvec4(0u);
    for (int n = int(at(starts, place)); n < end; n++) {
        uint entry = at(entries, n);
        uint slot = entry & FULL;
        uint bit = 1u;
        if (slot != FULL) {
            ivec2 tile = 32 * ivec2(int(slot) % TILES, int(slot) / TILES);
            bit = (texelFetch(pool, tile + within.yz, 0).r >> uint(within.x)) & 1u;
        }
        uint label = entry >> 24;
        found[label >> 5] |= bit << (label & 31u);
    }
    return found;
}

#ifdef VOXELS
uvec4 labelsAt(Index index) {
    return labelsOf(nearestVoxel(index));
}
#else
float bit(uvec4 around, int word, uint one) {
    return (around[word] & one) != 0u ? 1.0 : 0.0;
}

uvec4 labelsAt(Index index) {
    Index inside = clamped(index);
    ivec3 low = inside.whole;
    ivec3 high = min(low + 1, size - 1);
    vec3 f = inside.part;
    uvec4 a = labelsOf(low);
    uvec4 b = labelsOf(ivec3(high.x, low.yz));
    uvec4 c = labelsOf(ivec3(low.x, high.y, low.z));
    uvec4 d = labelsOf(ivec3(high.xy, low.z));
    uvec4 e = labelsOf(ivec3(low.xy, high.z));
    uvec4 g = labelsOf(ivec3(high.x, low.y, high.z));
    uvec4 h = labelsOf(ivec3(low.x, high.yz));
    uvec4 i = labelsOf(high);
    uvec4 result = a & b & c & d & e & g & h & i;
    uvec4 unsure = (a | b | c | d | e | g | h | i) & ~result;
    for (int word = 0; word < 4; word++) {
        for (uint rest = unsure[word]; rest != 0u; rest &= rest - 1u) {
            uint one = rest & (~rest + 1u);
            float upper = between(
                    between(bit(a, word, one), bit(b, word, one), f.x),
                    between(bit(c, word, one), bit(d, word, one), f.x), f.y);
            float lower = between(
                    between(bit(e, word, one), bit(g, word, one), f.x),
                    between(bit(h, word, one), bit(i, word, one), f.x), f.y);
            if (between(upper, lower, f.z) >= 0.5) {
                result[word] |= one;
            }
        }
    }
    return result;
}
#endif

void main() {
    labels = uvec4(0u);
    for (int s = -stepsASide; s <= stepsASide; s++) {
        Index index = indexAt(float(s));
        if (isInside(index)) {
            labels = labelsAt(index);
            if (any(notEqual(labels, uvec4(0u)))) {
                return;
            }
        }
    }
}
