package io.fumikura.itests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Who may know whom, checked on the bundles that are shipped. The rules stand in CONTRIBUTING.md. */
public class HouseRulesIT {

    private static List<ShippedBundle> bundles;
    private static Set<String> api;

    @BeforeClass
    public static void readTheDistribution() {
        bundles = ShippedBundle.in(Path.of(System.getProperty("fumikura.distribution"), "system/io/fumikura"));
        api = bundles.stream()
                .filter(ShippedBundle::isApi)
                .flatMap(bundle -> bundle.exports().stream())
                .collect(Collectors.toSet());
        assertThat(bundles).extracting(ShippedBundle::name).contains("account-api", "document-api", "core", "read-pdf");
    }

    @Test
    public void onlyApisExportPackages() {
        assertThat(bundles).filteredOn(bundle -> !bundle.isApi()).allSatisfy(bundle -> assertThat(bundle.exports())
                .as("exports of %s", bundle)
                .isEmpty());
    }

    @Test
    public void exportedPackagesHaveVersionsAndHideNothingInternal() {
        assertThat(apis().flatMap(bundle -> bundle.exportClauses().stream()))
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(clause.getAttribute("version"))
                        .as("version of %s", clause.getName())
                        .matches("[1-9]\\d*\\.\\d+\\.\\d+"))
                .noneMatch(clause -> clause.getName().contains("internal"));
    }

    @Test
    public void apisSpeakOfNothingButJavaAndThemselves() {
        apis().forEach(bundle -> classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(api, "java..", "org.jspecify.annotations", "org.osgi.annotation.."))
                .because(bundle + " must resolve alone")
                .check(bundle.classes()));
    }

    @Test
    public void interfacesOfApisSayWhoImplementsThem() {
        apis().forEach(bundle -> classes()
                .that()
                .areInterfaces()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beAnnotatedWith(ConsumerType.class)
                .orShould()
                .beAnnotatedWith(ProviderType.class)
                .check(bundle.exportedClasses()));
    }

    @Test
    public void onlyApisAreSharedAmongBundles() {
        assertThat(bundles).allSatisfy(bundle -> assertThat(api)
                .as("what %s imports of ours", bundle)
                .containsAll(bundle.imports().stream().filter(name -> name.startsWith("io.fumikura.")).toList()));
    }

    @Test
    public void pluginsKnowNoDatabaseNoWebAndNoFramework() {
        plugins().forEach(bundle -> noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "org.eclipse.persistence..",
                        "java.sql..",
                        "javax.sql..",
                        "javax.servlet..",
                        "jakarta.servlet..",
                        "jakarta.ws.rs..",
                        "org.osgi.framework..")
                .because(bundle + " is a plugin")
                .check(bundle.classes()));
    }

    @Test
    public void onlyCoreKnowsTheDatabase() {
        bundles.stream()
                .filter(bundle -> !bundle.name().equals("core"))
                .forEach(bundle -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..", "java.sql..", "javax.sql..")
                        .because("core alone owns it, not " + bundle)
                        .check(bundle.classes()));
    }

    @Test
    public void packagesAreNamedAfterTheirBundle() {
        plugins().forEach(bundle -> assertThat(bundle.headers())
                .containsEntry("Bundle-SymbolicName", "io.fumikura." + bundle.name().replace('-', '.')));
    }

    @Test
    public void namesSayWhatDistinguishesAClass() {
        bundles.forEach(bundle -> noClasses()
                .should()
                .haveNameMatching(".*[a-z](Impl|Utils?|Manager)")
                .because("such a name says nothing, in " + bundle)
                .check(bundle.classes()));
    }

    private static Stream<ShippedBundle> apis() {
        return bundles.stream().filter(ShippedBundle::isApi);
    }

    private static Stream<ShippedBundle> plugins() {
        return bundles.stream().filter(ShippedBundle::isPlugin);
    }

    private static String[] with(Set<String> packages, String... others) {
        return Stream.concat(packages.stream(), Stream.of(others)).toArray(String[]::new);
    }
}
