package io.fumikura.core.internal.access;

import io.fumikura.core.internal.history.Change;
import io.fumikura.document.AccessRights;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Access rights as the history tells of them. */
final class RightsText {

    private RightsText() {}

    /** What became different, one change for each part. */
    static List<Change> changes(AccessRights before, AccessRights after, Map<UUID, String> names) {
        return List.of(
                        new Change("access_everyone", before.everyone().name(), after.everyone().name()),
                        new Change("access_group", before.owningGroup().name(), after.owningGroup().name()),
                        new Change("access_grants", grants(before, names), grants(after, names)))
                .stream()
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }

    static String of(AccessRights rights, Map<UUID, String> names) {
        return String.join(
                        "\n",
                        "everyone: " + rights.everyone(),
                        "owning group: " + rights.owningGroup(),
                        grants(rights, names))
                .strip();
    }

    /** A line for each group and user. */
    private static String grants(AccessRights rights, Map<UUID, String> names) {
        return rights.grants().stream()
                .map(grant -> names.getOrDefault(grant.id(), grant.id().toString()) + ": " + grant.level())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
