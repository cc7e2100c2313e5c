package io.fumikura.extract.rules;

import java.util.List;

/** Finds the values of one or a few fields that belong together. Without state; called from several threads. */
@FunctionalInterface
public interface Rule {

    /** @return any number of findings; the one with the highest confidence per field wins */
    List<Finding> find(Source source);
}
