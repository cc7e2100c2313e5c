package io.fumikura.plan;

import io.fumikura.plan.spi.Terms;

/**
 * A plan tier that runs now.
 *
 * @param id as stored with companies, e.g. {@code standard}
 * @param japanese its name in Japanese
 * @param english its name in English
 */
public record Tier(String id, String japanese, String english, Terms terms) {}
