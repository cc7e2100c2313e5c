package io.fumikura.itests;

import io.fumikura.plan.spi.PlanTier;
import io.fumikura.plan.spi.Terms;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A third party's plan tier, which allows no upload at all; with the bundle that it comes in. */
public final class TrialTier implements PlanTier {

    static final String ID = "trial";

    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="com.example.trial">
              <implementation class="%s"/>
              <service><provide interface="%s"/></service>
            </scr:component>
            """;

    /** Writes the bundle. */
    static void pack(Path jar) throws IOException {
        var manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "com.example.trial");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Import-Package", "io.fumikura.plan.spi");
        headers.putValue("Service-Component", "OSGI-INF/trial.xml");
        String own = TrialTier.class.getName().replace('.', '/') + ".class";
        // Written beside the folder first: the deployer would take half a file for a broken one.
        Path whole = Files.createTempFile(jar.getParent().getParent(), "trial", ".jar");
        try (OutputStream file = Files.newOutputStream(whole);
                var entries = new JarOutputStream(file, manifest);
                InputStream code = TrialTier.class.getResourceAsStream("/" + own)) {
            entries.putNextEntry(new JarEntry("OSGI-INF/trial.xml"));
            entries.write(COMPONENT.formatted(TrialTier.class.getName(), PlanTier.class.getName()).getBytes(StandardCharsets.UTF_8));
            entries.putNextEntry(new JarEntry(own));
            code.transferTo(entries);
        }
        Files.move(whole, jar);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label(Locale language) {
        return "お試し";
    }

    @Override
    public Terms terms() {
        return new Terms(OptionalLong.of(0), 1024 * 1024, OptionalInt.empty(), OptionalInt.empty(), Set.of());
    }
}
