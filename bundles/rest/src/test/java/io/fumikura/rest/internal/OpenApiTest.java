package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final OpenAPI document = OpenApiDocument.create();

    @Test
    void describesEveryOperationWithItsAnswerAndItsRefusal() {
        List<Operation> operations = document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
        assertThat(operations).hasSizeGreaterThan(25).allSatisfy(operation -> {
            assertThat(operation.getResponses()).as(operation.getOperationId()).containsKey("default");
            assertThat(operation.getResponses().keySet())
                    .as(operation.getOperationId())
                    .anyMatch(status -> status.startsWith("2"));
        });
        assertThat(operations).extracting(Operation::getOperationId).doesNotHaveDuplicates();
    }

    /** JAX-RS looks for an operation in the classes with the longest path that fits, and nowhere else. */
    @Test
    void noOperationIsHiddenByAClassWithALongerPath() {
        for (Class<?> resource : OpenApiDocument.RESOURCES) {
            String own = resource.getAnnotation(Path.class).value();
            for (Method method : resource.getDeclaredMethods()) {
                Path path = method.getAnnotation(Path.class);
                if (path != null) {
                    String whole = (own + "/" + path.value()).replace("//", "/");
                    assertThat(OpenApiDocument.RESOURCES)
                            .extracting(other -> other.getAnnotation(Path.class).value())
                            .as(method.toString())
                            .noneMatch(other -> other.length() > own.length() && (whole + "/").startsWith(other + "/"));
                }
            }
        }
    }

    /** What is not described is not tried by the test of isolation either. */
    @Test
    void describesEveryResource() throws Exception {
        var classes = java.nio.file.Path.of(AccessResource.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var resources = new ArrayList<Class<?>>();
        try (Stream<java.nio.file.Path> files = Files.list(classes.resolve("io/fumikura/rest/internal"))) {
            for (java.nio.file.Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
                Class<?> type = Class.forName("io.fumikura.rest.internal." + file.getFileName().toString().replace(".class", ""));
                if (type.isAnnotationPresent(Path.class)) {
                    resources.add(type);
                }
            }
        }
        assertThat(OpenApiDocument.RESOURCES).containsExactlyInAnyOrderElementsOf(resources);
    }

    @Test
    void tellsTheBodyOfEveryAnswerThatHasOne() {
        var edit = document.getPaths().get("/api/v1/records/{id}").getPatch().getResponses().get("200");
        assertThat(edit.getContent().get("application/json").getSchema().get$ref()).endsWith("/DetailDto");
    }

    @Test
    void requiresWhatIsNeverNullAndNothingElse() {
        var record = document.getComponents().getSchemas().get("RecordDto");
        assertThat(record.getRequired()).contains("id", "state", "values").doesNotContain("number", "reason", "owner");
    }
}
