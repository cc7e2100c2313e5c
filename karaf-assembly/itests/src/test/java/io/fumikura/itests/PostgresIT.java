package io.fumikura.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import com.fasterxml.jackson.databind.JsonNode;
import io.fumikura.core.internal.persistence.PostgresCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.junit.Assume;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;

/** The whole platform on PostgreSQL, chosen by configuration alone. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PostgresIT {

    private static final String CHOSEN = "fumikura.postgres";

    @Inject
    @Filter(timeout = 90_000)
    BootFinished booted;

    @Configuration
    public Option[] configuration() {
        if (!PostgresCluster.isInstalled()) {
            return Distribution.options();
        }
        String file = "etc/io.fumikura.core.database.cfg";
        return Distribution.options(
                systemProperty(CHOSEN).value("true"),
                editConfigurationFilePut(file, "url", PostgresCluster.running().newSchema()),
                editConfigurationFilePut(file, "user", "postgres"),
                editConfigurationFilePut(file, "driver.target", "(osgi.jdbc.driver.class=org.postgresql.Driver)"));
    }

    @Test
    public void documentsAreReadAndFound() throws Exception {
        Assume.assumeTrue("PostgreSQL is not installed", Boolean.getBoolean(CHOSEN));
        Client client = Client.ready();
        JsonNode detail = client.awaitRead(client.upload("contracts", "契約書1.txt", Texts.contract(1)));
        assertEquals("業務委託契約書", detail.at("/present/title/value/text").asText());
        String query = "/ledgers/contracts/records?fullText=true&keyword=%E3%81%99%E3%81%BF%E3%82%8C%E8%A8%AD%E8%A8%881";
        Client.await(() -> client.get(query), page -> page.at("/total").asLong() == 1);
        assertFalse(Files.exists(Path.of(System.getProperty("karaf.data"), "database")));
    }
}
