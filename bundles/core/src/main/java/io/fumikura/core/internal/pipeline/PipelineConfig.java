package io.fumikura.core.internal.pipeline;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.fumikura.core.pipeline}. Times are seconds. */
@ObjectClassDefinition(name = "Reading of documents")
public @interface PipelineConfig {

    @AttributeDefinition(name = "Documents read at once", description = "0: as many as there are cores")
    int workers() default 0;

    @AttributeDefinition(name = "Pages at most")
    int max_pages() default 5_000;

    @AttributeDefinition(name = "Conversion to PDF")
    int convert_seconds() default 45;

    @AttributeDefinition(name = "Reading of a file", description = "Without recognition; each page that was read adds a little")
    int read_seconds() default 50;

    @AttributeDefinition(name = "Reading at most, however many pages")
    int read_most_seconds() default 600;

    @AttributeDefinition(name = "Recognition of a page")
    int recognise_seconds() default 480;

    @AttributeDefinition(name = "Extraction")
    int extract_seconds() default 30;

    @AttributeDefinition(name = "Drawing of a page")
    int draw_seconds() default 20;

    @AttributeDefinition(
            name = "Waiting for an extractor that has gone",
            description = "Documents that come while it is being updated wait for it so long before they are read without it")
    int await_extractor_seconds() default 30;

    @AttributeDefinition(name = "Cache of previews and conversions, in megabytes")
    int cache_megabytes() default 2_048;
}
