// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real files and the answers of independent tools, which lie beside the checkout.
final class SharedData {
    private SharedData() {}

    static Path path(String name) {
        Path path = Path.of(System.getProperty("overread.shared", "../../shared")).resolve(name);
        assumeTrue(Files.exists(path), "missing: shared/" + name);
        return path;
    }

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(path(name).toFile());
    }
}
