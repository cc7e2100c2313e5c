package io.fumikura.rest.internal;

import com.fasterxml.jackson.databind.JavaType;
import io.fumikura.rest.internal.dto.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the OpenAPI 3.1 document as read off the resource classes; run by the build. */
public final class OpenApiDocument {

    static final List<Class<?>> RESOURCES = List.of(
            SessionResource.class,
            SessionsResource.class,
            FactorResource.class,
            PasskeyResource.class,
            PasskeySessionResource.class,
            TermsResource.class,
            PasswordResetResource.class,
            AccountResource.class,
            LedgerResource.class,
            RecordResource.class,
            AccessResource.class,
            AccessRuleResource.class,
            PreviewResource.class,
            UploadResource.class,
            MailResource.class,
            GroupResource.class,
            UserResource.class,
            UserFileResource.class,
            HistoryResource.class,
            OwnAccountResource.class,
            SealResource.class,
            UserSealResource.class,
            PlanResource.class,
            PluginResource.class,
            NoticeResource.class,
            TenantResource.class,
            TenantSettingsResource.class,
            PlatformResource.class);

    private OpenApiDocument() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), Json31.pretty(create()));
    }

    static OpenAPI create() {
        ModelConverters.getInstance(true).addConverter(new RequiredComponents());
        var base = new OpenAPI()
                .openapi("3.1.0")
                .info(new Info()
                        .title("Fumikura")
                        .version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        var configuration = new SwaggerConfiguration().openAPI(base).openAPI31(true);
        OpenAPI document = new Reader(configuration).read(Set.copyOf(RESOURCES));
        var paths = new Paths();
        document.getPaths().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> paths.addPathItem("/api" + entry.getKey(), entry.getValue()));
        document.setPaths(paths);
        for (Class<?> resource : RESOURCES) {
            describe(document, resource);
        }
        document.getComponents()
                .addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSecuritySchemes(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("fumikura"));
        document.addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
        return document;
    }

    /** Adds who may call, what methods that answer a Response say by {@link Answers}, and the problem document to all. */
    private static void describe(OpenAPI document, Class<?> resource) {
        var methods = Arrays.stream(resource.getMethods())
                .collect(Collectors.toMap(Method::getName, Function.identity(), (a, b) -> a));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    Method method = methods.get(operation.getOperationId());
                    if (method != null) {
                        describe(document, operation, method);
                    }
                });
    }

    private static void describe(OpenAPI document, Operation operation, Method method) {
        Answers answers = method.getAnnotation(Answers.class);
        ApiResponses responses = operation.getResponses();
        if (method.isAnnotationPresent(WithoutSignIn.class) || resourceIsOpen(method)) {
            operation.setSecurity(List.of());
        } else if (method.isAnnotationPresent(ForStage.class)) {
            operation.setSecurity(List.of(new SecurityRequirement().addList("session")));
        }
        if (answers != null) {
            responses = new ApiResponses();
            var answer = new ApiResponse().description("done");
            if (answers.status() != 204) {
                var schema = answers.value() == Void.class ? bytes(answers) : schema(document, answers.value());
                answer.content(new Content().addMediaType(answers.mediaType(), new MediaType().schema(schema)));
            }
            responses.addApiResponse(Integer.toString(answers.status()), answer);
        } else if (method.getReturnType() == void.class) {
            responses = new ApiResponses().addApiResponse("204", new ApiResponse().description("done"));
        } else {
            ApiResponse answer = responses.remove("default");
            if (answer != null) {
                responses.addApiResponse("200", answer.description("done"));
            }
        }
        responses.addApiResponse(
                "default",
                new ApiResponse()
                        .description("refused")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema(document, Problem.class)))));
        operation.setResponses(responses);
    }

    private static boolean resourceIsOpen(Method method) {
        return method.getDeclaringClass().isAnnotationPresent(WithoutSignIn.class);
    }

    private static Schema<?> bytes(Answers answers) {
        return answers.mediaType().endsWith("json")
                ? new Schema<>().types(Set.of("object"))
                : new Schema<>().types(Set.of("string")).format("binary");
    }

    private static Schema<?> schema(OpenAPI document, Class<?> type) {
        var resolved = ModelConverters.getInstance(true).readAllAsResolvedSchema(new AnnotatedType(type));
        resolved.referencedSchemas.forEach(document.getComponents()::addSchemas);
        return new Schema<>().$ref("#/components/schemas/" + resolved.schema.getName());
    }

    /** Components of a record that may not be null are required; no two records share a name, under which one would hide the other. */
    private static final class RequiredComponents implements ModelConverter {
        private final Map<String, Class<?>> named = new HashMap<>();

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            Class<?> raw = type.getType() instanceof Class<?> plain
                    ? plain
                    : type.getType() instanceof JavaType java ? java.getRawClass() : Object.class;
            if (raw.isRecord()) {
                Class<?> other = named.putIfAbsent(raw.getSimpleName(), raw);
                if (other != null && other != raw) {
                    throw new IllegalStateException(other + " and " + raw + " would have one name in the document.");
                }
                Schema<?> defined = schema != null && schema.get$ref() == null
                        ? schema
                        : context.getDefinedModels().get(raw.getSimpleName());
                if (defined != null && defined.getProperties() != null) {
                    defined.setRequired(Arrays.stream(raw.getRecordComponents())
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(RecordComponent::getName)
                            .filter(defined.getProperties()::containsKey)
                            .toList());
                }
            }
            return schema;
        }
    }
}
