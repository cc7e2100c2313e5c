package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
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
