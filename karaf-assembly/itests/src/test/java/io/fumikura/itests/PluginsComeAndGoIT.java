package io.fumikura.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.people.CompanyCodes;
import io.fumikura.plan.Plans;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantForm;
import io.fumikura.tenant.Tenants;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** Plugins are removed, added and updated while documents come in; bad ones fail only themselves. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PluginsComeAndGoIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    @Filter(timeout = 90_000)
    BootFinished booted;

    @Inject
    BundleContext context;

    @Configuration
    public Option[] configuration() {
        return Distribution.options();
    }

    @Test
    public void everyBundleIsActiveAndThePlatformReady() throws Exception {
        Client.ready();
        for (Bundle bundle : context.getBundles()) {
            boolean passive = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null
                    || bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
            assertTrue(bundle.getSymbolicName() + " is not active", passive || bundle.getState() == Bundle.ACTIVE);
        }
    }

    @Test
    public void anUploadBecomesARowThatIsFoundByItsText() throws Exception {
        Client client = Client.ready();
        int number = NUMBER.incrementAndGet();
        JsonNode detail = client.awaitRead(client.upload("contracts", "契約書" + number + ".txt", Texts.contract(number)));
        assertEquals("業務委託契約書", detail.at("/present/title/value/text").asText());
        assertEquals("2026-03-31", detail.at("/present/end_date/value/date").asText());
        String query = "/ledgers/contracts/records?fullText=true&keyword=%E3%81%99%E3%81%BF%E3%82%8C%E8%A8%AD%E8%A8%88" + number;
        Client.await(() -> client.get(query), page -> page.at("/total").asLong() == 1);
    }

    @Test
    public void uploadsWaitForAnExtractorAndGoOnByThemselves() throws Exception {
        uploadsWaitFor("io.fumikura.extract.rules");
    }

    @Test
    public void uploadsWaitForADocumentTypeAndGoOnByThemselves() throws Exception {
        uploadsWaitFor("io.fumikura.type.contract");
    }

    @Test
    public void uploadsWaitForAReaderAndGoOnByThemselves() throws Exception {
        uploadsWaitFor("io.fumikura.read.text");
    }

    private void uploadsWaitFor(String name) throws Exception {
        Client client = Client.ready();
        Bundle bundle = bundle(name);
        String before = client.upload("contracts", "前.txt", Texts.contract(NUMBER.incrementAndGet()));
        bundle.stop();
        var waiting = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            int number = NUMBER.incrementAndGet();
            waiting.add(client.upload("contracts", "待ち" + number + ".txt", Texts.contract(number)));
        }
        try {
            JsonNode detail = client.awaitRecord(
                    waiting.get(0), answer -> answer.at("/record/reason/code").asText().startsWith("plugin."));
            assertEquals("WAITING", detail.at("/record/state").asText());
            assertFalse(detail.at("/record/reason/message").asText().isEmpty());
        } finally {
            bundle.start();
        }
        waiting.add(before);
        for (String id : waiting) {
            assertEquals("業務委託契約書", client.awaitRead(id).at("/present/title/value/text").asText());
        }
    }

    @Test
    public void theSearchIndexComesBackWithAllThatWasRegisteredMeanwhile() throws Exception {
        Client client = Client.ready();
        Bundle index = bundle("io.fumikura.search.lucene");
        index.stop();
        int number = NUMBER.incrementAndGet();
        String id = client.upload("contracts", "索引" + number + ".txt", Texts.contract(number));
        client.awaitRead(id);
        JsonNode list = client.get("/ledgers/contracts/records");
        assertTrue("the list comes from the database", list.at("/degraded").asBoolean());
        assertEquals(503, client.send("GET", "/ledgers/contracts/records?keyword=x", "").statusCode());
        index.start();
        String query = "/ledgers/contracts/records?fullText=true&keyword=%E3%81%99%E3%81%BF%E3%82%8C%E8%A8%AD%E8%A8%88" + number;
        Client.await(() -> client.get(query), page -> page.at("/total").asLong() == 1);
    }

    @Test
    public void updatingPluginsDuringUploadsLosesNothing() throws Exception {
        Client client = Client.ready();
        var ids = new ArrayList<String>();
        for (String name : List.of(
                "io.fumikura.extract.rules",
                "io.fumikura.type.contract",
                "io.fumikura.search.lucene",
                "io.fumikura.read.text",
                "io.fumikura.store.file",
                "io.fumikura.plan.standard")) {
            int number = NUMBER.incrementAndGet();
            ids.add(client.upload("contracts", "更新" + number + ".txt", Texts.contract(number)));
            bundle(name).update();
            Client.await(() -> bundle(name).getState(), state -> state == Bundle.ACTIVE);
            int next = NUMBER.incrementAndGet();
            ids.add(Client.await(
                    () -> client.upload("contracts", "更新" + next + ".txt", Texts.contract(next)), id -> true));
        }
        for (String id : ids) {
            assertEquals("業務委託契約書", client.awaitRead(id).at("/present/title/value/text").asText());
        }
    }

    @Test
    public void aBadExtractorFailsOnlyItself() throws Exception {
        Client client = Client.ready();
        for (FieldExtractor bad : List.of(
                new BadExtractor("throwing", request -> {
                    throw new IllegalStateException("on purpose");
                }),
                new BadExtractor("overflowing", request -> {
                    throw new StackOverflowError("on purpose");
                }),
                new BadExtractor("lying", request -> List.of(new FieldCandidate(
                        "title", new FieldValue.Text("捏造"), 1, List.of(), Optional.empty()))),
                new BadExtractor("empty-handed", request -> null))) {
            ServiceRegistration<FieldExtractor> registration =
                    context.registerService(FieldExtractor.class, bad, new Hashtable<>());
            try {
                int number = NUMBER.incrementAndGet();
                String id = client.upload("contracts", "悪意" + number + ".txt", Texts.contract(number));
                JsonNode detail = client.awaitRead(id);
                assertEquals(bad.name(), "業務委託契約書", detail.at("/present/title/value/text").asText());
                // It is named by itself where it answered, by its bundle where it did not.
                String warnings = detail.at("/warnings").toString();
                assertTrue(
                        "a warning names " + bad.name() + ": " + warnings,
                        warnings.contains(bad.name()) || warnings.contains(context.getBundle().getSymbolicName()));
            } finally {
                registration.unregister();
            }
        }
    }

    @Test
    public void aBadReaderFailsItsStepWithItsNameAndTheNextOneReads() throws Exception {
        Client client = Client.ready();
        var bad = new ContentReader() {
            @Override
            public OptionalInt score(MediaType type) {
                return type.equals(MediaType.TEXT) ? OptionalInt.of(100) : OptionalInt.empty();
            }

            @Override
            public void read(SourceFile file, PageSink sink) {
                throw new IllegalStateException("on purpose");
            }
        };
        ServiceRegistration<ContentReader> registration =
                context.registerService(ContentReader.class, bad, new Hashtable<>());
        int number = NUMBER.incrementAndGet();
        String id = client.upload("contracts", "悪い読み手" + number + ".txt", Texts.contract(number));
        JsonNode detail;
        try {
            detail = client.awaitRecord(
                    id,
                    answer -> answer.at("/record/state").asText().matches("FAILED|COMPLETE|INCOMPLETE")
                            || answer.at("/record/reason").isObject());
        } finally {
            registration.unregister();
        }
        if (detail.at("/record/state").asText().equals("FAILED")) {
            assertTrue(detail.at("/record/reason/message").asText().contains("PluginsComeAndGoIT"));
            assertEquals(202, client.send("POST", "/records/" + id + "/retry", "").statusCode());
        }
        assertEquals("業務委託契約書", client.awaitRead(id).at("/present/title/value/text").asText());
    }

    @Test
    public void aThirdPartysExtractorAddsItsFieldWhenItIsDroppedIn() throws Exception {
        Path plugin = Path.of(System.getProperty("fumikura.sample"), "governing-law-1.0.0.jar");
        Assume.assumeTrue("the sample plugin was built: plugins-sdk/build-sample.sh", Files.exists(plugin));
        Client client = Client.ready();
        Path dropped = Path.of(System.getProperty("karaf.base"), "deploy", plugin.getFileName().toString());
        Files.copy(plugin, dropped);
        try {
            Client.await(
                    () -> context.getServiceReferences(FieldExtractor.class, null).size(), size -> size >= 2);
            int number = NUMBER.incrementAndGet();
            JsonNode detail =
                    client.awaitRead(client.upload("contracts", "準拠法" + number + ".txt", Texts.contract(number)));
            assertTrue(detail.at("/present").toString(), detail.at("/present/governing_law").isObject());
        } finally {
            Files.delete(dropped);
            Client.await(
                    () -> context.getServiceReferences(FieldExtractor.class, null).size(), size -> size == 1);
        }
    }

    @Test
    public void aTierThatIsDroppedInCanBeAssignedAndLocksNobodyOutWhenItGoes() throws Exception {
        Client client = Client.ready();
        Caller operator = new Caller(
                new TenantId(new UUID(0, 0)), new UserId(new UUID(0, 0)), "test", EnumSet.allOf(Permission.class), Locale.ENGLISH, "test");
        TenantId company = service(CompanyCodes.class).find(operator, "aozora");
        Tenants tenants = service(Tenants.class);
        Plans plans = service(Plans.class);
        String before = tenants.show(operator, company).plan();
        Path dropped = Path.of(System.getProperty("karaf.base"), "deploy", "trial.jar");
        try {
            TrialTier.pack(dropped);
            Client.await(() -> plans.tiers(operator), tiers -> tiers.stream().anyMatch(tier -> tier.id().equals(TrialTier.ID)));
            assign(tenants, operator, company, TrialTier.ID);

            String path = "/uploads?ledger=contracts&filename=trial.txt";
            HttpResponse<String> over = client.send("POST", path, Texts.contract(NUMBER.incrementAndGet()));
            assertEquals(over.body(), 429, over.statusCode());
            assertTrue(over.body(), over.body().contains("upload.quota"));

            Files.delete(dropped);
            HttpResponse<String> gone = Client.await(
                    () -> client.send("POST", path, Texts.contract(NUMBER.incrementAndGet())), answer -> answer.statusCode() != 429);
            assertEquals(gone.body(), 503, gone.statusCode());
            assertTrue(gone.body(), gone.body().contains("plan.missing"));
            assertTrue(client.get("/ledgers/contracts/records").at("/rows").isArray());
        } finally {
            Files.deleteIfExists(dropped);
            assign(tenants, operator, company, before);
        }
        client.awaitRead(client.upload("contracts", "再開.txt", Texts.contract(NUMBER.incrementAndGet())));
    }

    private static void assign(Tenants tenants, Caller operator, TenantId company, String plan) {
        Tenant now = tenants.show(operator, company);
        tenants.change(
                operator,
                company,
                now.version(),
                new TenantForm(now.name(), plan, now.timeZone().getId(), now.ownNames(), now.ownNumbers()));
    }

    private <T> T service(Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }

    private Bundle bundle(String name) throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new BundleException("There is no bundle " + name);
    }

    /** An extractor that does harm. */
    private record BadExtractor(String name, Harm harm) implements FieldExtractor {

        interface Harm {
            List<FieldCandidate> to(ExtractionRequest request);
        }

        @Override
        public List<FieldCandidate> extract(ExtractionRequest request) {
            return harm.to(request);
        }
    }
}
