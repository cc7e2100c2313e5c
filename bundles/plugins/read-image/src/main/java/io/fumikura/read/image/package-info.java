/** Reads images by OCR (Tesseract). Recognition runs in worker processes, so that native faults never reach the platform. */
@NullMarked
package io.fumikura.read.image;

import org.jspecify.annotations.NullMarked;
