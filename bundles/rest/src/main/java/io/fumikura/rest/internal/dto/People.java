package io.fumikura.rest.internal.dto;

import io.fumikura.account.Permission;
import io.fumikura.people.Group;
import io.fumikura.people.GroupId;
import io.fumikura.people.Registration;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserFiles;
import io.fumikura.people.UserPage;
import io.fumikura.people.UserState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups and users for those who administer them. */
public final class People {

    private People() {}

    /** @param path names from the top down to this group */
    public record GroupDto(
            String id, @Nullable String parent, String name, List<String> path, int members, long version, boolean managed) {

        public static GroupDto of(Group group) {
            return new GroupDto(
                    group.id().toString(),
                    group.parent().map(GroupId::toString).orElse(null),
                    group.name(),
                    group.path(),
                    group.members(),
                    group.version(),
                    group.managed());
        }
    }

    /** @param parent null for the top */
    public record NewGroupRequest(@Nullable String name, @Nullable String parent) {}

    public record GroupNameRequest(@Nullable String name) {}

    /** @param parent null for the top */
    public record GroupParentRequest(@Nullable String parent) {}

    public record PlaceDto(String group, List<String> path) {}

    /** @param lockedUntil after too many wrong passwords */
    public record UserDto(
            String id,
            String loginId,
            String name,
            String mail,
            List<String> subMails,
            List<PlaceDto> groups,
            List<Permission> permissions,
            String language,
            UserState state,
            @Nullable Instant lockedUntil,
            @Nullable Instant initialExpires,
            @Nullable Instant lastSignIn,
            Instant created,
            long version,
            boolean managed) {

        public static UserDto of(UserAccount user) {
            return new UserDto(
                    user.id().toString(),
                    user.loginId(),
                    user.name(),
                    user.mail(),
                    user.subMails(),
                    user.groups().stream()
                            .map(place -> new PlaceDto(place.group().toString(), place.path()))
                            .toList(),
                    user.permissions().stream().sorted().toList(),
                    user.language().getLanguage(),
                    user.state(),
                    user.lockedUntil().orElse(null),
                    user.initialExpires().orElse(null),
                    user.lastSignIn().orElse(null),
                    user.created(),
                    user.version(),
                    user.managed());
        }
    }

    public record UsersDto(List<UserDto> users, long total, @Nullable String next) {

        public static UsersDto of(UserPage page) {
            return new UsersDto(
                    page.users().stream().map(UserDto::of).toList(), page.total(), page.next().orElse(null));
        }
    }

    /** @param records how many records the user is in charge of */
    public record UserDetailDto(UserDto user, long records) {}

    /** @param form of user IDs, with ## for the number */
    public record RegistrationDto(String loginId, String form, List<Permission> grantable, boolean everywhere) {

        public static RegistrationDto of(Registration next) {
            return new RegistrationDto(
                    next.loginId(), next.form(), next.grantable().stream().sorted().toList(), next.everywhere());
        }
    }

    /** @param loginId null for the next free one; only for a new user */
    public record UserRequest(
            @Nullable String loginId,
            @Nullable String name,
            @Nullable String mail,
            @Nullable List<String> subMails,
            @Nullable List<String> groups,
            @Nullable List<Permission> permissions,
            @Nullable String language) {}

    /** @param registered whether the users are registered now */
    public record ImportReportDto(int rows, boolean registered, List<ImportProblemDto> problems) {

        public static ImportReportDto of(UserFiles.Report report) {
            return new ImportReportDto(
                    report.rows(),
                    report.registered(),
                    report.problems().stream()
                            .map(problem -> new ImportProblemDto(
                                    problem.row(), problem.column(), problem.value(), problem.code(), problem.message()))
                            .toList());
        }
    }

    /** @param row as spreadsheets count: the header is row 1 */
    public record ImportProblemDto(int row, String column, String value, String code, String message) {}
}
