package io.fumikura.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroundTest {

    private static final Path CORE = Path.of("src/main/java/io/fumikura/core/internal");
    private static final Pattern NEIGHBOUR = Pattern.compile("(?m)^import (?:static )?io\\.fumikura\\.core\\.internal\\.(\\w+)\\.");
    /** What the rest of core stands on, from the bottom up. */
    private static final List<String> GROUND =
            List.of("identify", "model", "plugin", "storage", "persistence", "history", "plan", "mail");

    @Test
    void groundPackagesKnowOnlyThoseBelowThem() throws IOException {
        for (String part : GROUND) {
            assertThat(neighbours(part)).as(part).isSubsetOf(GROUND.subList(0, GROUND.indexOf(part)));
        }
        assertThat(neighbours("mail")).contains("persistence", "history");
    }

    private static Set<String> neighbours(String part) throws IOException {
        var neighbours = new TreeSet<String>();
        try (Stream<Path> files = Files.list(CORE.resolve(part))) {
            for (Path file : files.toList()) {
                NEIGHBOUR.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(neighbours::add);
            }
        }
        neighbours.remove(part);
        return neighbours;
    }
}
