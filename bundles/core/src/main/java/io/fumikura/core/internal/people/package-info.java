/**
 * Groups, users and what belongs to a person. Every change of them locks the tenant first. {@link Realm} says whom an administrator may manage,
 * {@link Accounts} gives out users within it, {@link UserWriter} is the one place that puts forms into accounts, typed or from a file.
 */
@NullMarked
package io.fumikura.core.internal.people;

import org.jspecify.annotations.NullMarked;
