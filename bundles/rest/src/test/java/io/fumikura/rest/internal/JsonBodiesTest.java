package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.rest.internal.dto.Changes.EditRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

class JsonBodiesTest {

    @Path("edit")
    public static final class Edits {

        @POST
        @Consumes(MediaType.APPLICATION_JSON)
        public String edit(EditRequest body) {
            return body.memo();
        }
    }

    private final ApplicationHandler jersey = new ApplicationHandler(
            new ResourceConfig(Edits.class).register(new Json()).register(new ProblemMapper()).register(new JsonBodies()));

    @Test
    void answersMalformedJsonWithAProblemThatTellsNothingOfTheCode() throws Exception {
        for (String body : new String[] {
            "[]", "\"x\"", "{\"memo\":", "{\"nope\":1}", "{\"values\":[]}", "{\"memo\":{}}", "{} x", "{\"tags\":[null]}", "{\"memo\":\"a\",\"memo\":\"b\"}",
            "{\"values\":{\"title\":null,\"title\":null}}"
        }) {
            ContainerResponse response = post(body);
            assertThat(response.getStatus()).as(body).isEqualTo(400);
            assertThat(response.getMediaType()).as(body).hasToString("application/problem+json");
            assertThat(response.getEntity().toString()).as(body).contains("request.malformed").doesNotContain("io.fumikura");
        }
    }

    @Test
    void refusesTextsThatNotEveryDatabaseTakes() throws Exception {
        assertThat(post("{\"memo\":\"a\\u0000\"}").getStatus()).isEqualTo(400);
        assertThat(post("{\"memo\":\"\\ud800\"}").getStatus()).isEqualTo(400);
        assertThat(post("{\"memo\":\"\\ud83d\\ude00\"}").getEntity()).isEqualTo("\ud83d\ude00");
    }

    @Test
    void stopsReadingWhenABodyGrowsTooLarge() throws Exception {
        ContainerResponse response = post("{\"memo\":\"" + "x".repeat(JsonBodies.LARGEST) + "\"}");
        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getEntity().toString()).contains("request.too-large");
    }

    @Test
    void leavesTheMeaningOfNullInAMapToTheOperation() throws Exception {
        assertThat(post("{\"memo\":\"m\",\"values\":{\"title\":null}}").getEntity()).isEqualTo("m");
    }

    private ContainerResponse post(String body) throws Exception {
        var request = new ContainerRequest(
                URI.create("http://localhost/"), URI.create("http://localhost/edit"), "POST", null, new MapPropertiesDelegate(), jersey.getConfiguration());
        request.header("Content-Type", MediaType.APPLICATION_JSON);
        request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return jersey.apply(request).get();
    }
}
