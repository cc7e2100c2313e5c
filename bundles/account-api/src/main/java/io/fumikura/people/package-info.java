/**
 * The people of a company and the groups they belong to, for those who administer them. {@link io.fumikura.people.Groups} is the tree of groups,
 * {@link io.fumikura.people.UserDirectory} the accounts, {@link io.fumikura.people.UserStates} what happens to accounts over time.
 *
 * <p>Everything is limited to the caller's tenant. A tenant administrator manages all of it, a group administrator the own groups, those below
 * them, and the users all of whose groups are among them; nobody manages a user who holds a permission that he could not grant. Whatever lies
 * outside is answered as if it did not exist, or with {@code permission.missing} where the caller sees it anyway.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.people;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
