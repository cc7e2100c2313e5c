package io.fumikura.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** Whoever gets the distribution is told whose software is in it, and under which licence. */
public class LicencesIT {

    private static final Path DISTRIBUTION = Path.of(System.getProperty("fumikura.distribution"));
    private static final String OURS = "io.fumikura";

    @Test
    public void theDistributionHoldsItsLicenceAndNotice() {
        assertThat(DISTRIBUTION.resolve("LICENSE")).isNotEmptyFile();
        assertThat(DISTRIBUTION.resolve("NOTICE")).isNotEmptyFile();
    }

    @Test
    public void everyBundleOfOthersIsListedByItsGroup() throws IOException {
        Path system = DISTRIBUTION.resolve("system");
        assertThat(jars(system))
                .map(jar -> system.relativize(jar.getParent().getParent().getParent()).toString().replace('/', '.'))
                .contains(OURS)
                .filteredOn(group -> !group.equals(OURS))
                .allSatisfy(group -> assertThat(listed()).as(group).anyMatch(name -> (group + ".").startsWith(name + ".")));
    }

    @Test
    public void everyBootLibraryIsListed() throws IOException {
        assertThat(jars(DISTRIBUTION.resolve("lib")))
                .isNotEmpty()
                .map(jar -> jar.getFileName().toString())
                .allSatisfy(file -> assertThat(listed()).as(file).anyMatch(file::startsWith));
    }

    @Test
    public void everyLibraryInsideOfOurBundlesIsListed() throws IOException {
        var nested = new ArrayList<String>();
        for (Path bundle : jars(DISTRIBUTION.resolve("system/io/fumikura"))) {
            try (var jar = new JarFile(bundle.toFile())) {
                jar.stream()
                        .map(entry -> Path.of(entry.getName()).getFileName().toString())
                        .filter(name -> name.endsWith(".jar"))
                        .forEach(name -> nested.add(name.substring(0, name.length() - ".jar".length())));
            }
        }
        assertThat(nested).contains("lucene-core").isSubsetOf(listed());
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /** The names that stand in code quotes in the first cells of the tables. */
    private static Set<String> listed() {
        try {
            return Files.readAllLines(DISTRIBUTION.resolve("THIRD-PARTY.md")).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.split("\\|")[1])
                    .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
