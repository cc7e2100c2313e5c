package io.fumikura.itests;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;

/**
 * A bundle of ours as the distribution holds it.
 *
 * @param name the artifact, e.g. {@code read-pdf}
 * @param headers of its manifest
 * @param classes its own; not those of nested libraries
 */
record ShippedBundle(String name, Map<String, String> headers, JavaClasses classes) {

    private static final Set<String> PLATFORM = Set.of("core", "rest", "shell", "web-ui");

    /** @param repository folder {@code system/io/fumikura} of the distribution */
    static List<ShippedBundle> in(Path repository) {
        try (Stream<Path> files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().map(ShippedBundle::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShippedBundle of(Path file) {
        try (var jar = new JarFile(file.toFile())) {
            Map<String, String> headers = jar.getManifest().getMainAttributes().entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue().toString()));
            String artifact = file.getParent().getParent().getFileName().toString();
            return new ShippedBundle(artifact, headers, new ClassFileImporter().importJar(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isApi() {
        return name.endsWith("-api");
    }

    /** Whatever is neither an API nor the platform itself, so that a new plugin is held to the rules unasked. */
    boolean isPlugin() {
        return !isApi() && !PLATFORM.contains(name);
    }

    Set<String> imports() {
        return packages("Import-Package");
    }

    Set<String> exports() {
        return packages("Export-Package");
    }

    /** Exported packages and their versions, as bnd wrote them. */
    List<Clause> exportClauses() {
        return clauses("Export-Package");
    }

    JavaClasses exportedClasses() {
        return classes.that(DescribedPredicate.describe(
                "are exported", (JavaClass type) -> exports().contains(type.getPackageName())));
    }

    private Set<String> packages(String header) {
        return clauses(header).stream().map(Clause::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Clause> clauses(String header) {
        return headers.containsKey(header) ? List.of(Parser.parseHeader(headers.get(header))) : List.of();
    }

    @Override
    public String toString() {
        return name;
    }
}
