package io.fumikura.core.internal.demo;

import io.fumikura.account.Permission;
import java.util.List;
import java.util.Locale;

/** A tenant to be put into an empty database. */
record FirstTenant(String code, String name, List<String> ownNames, List<String> ownNumbers, List<FirstAccount> people) {

    /** Two invented companies of three people each, and whoever runs the platform, who sees no documents of theirs. */
    static List<FirstTenant> demonstration() {
        return List.of(
                new FirstTenant(
                        "aozora",
                        "株式会社あおぞら商事",
                        List.of("株式会社あおぞら商事", "あおぞら商事", "Aozora Trading Co., Ltd."),
                        List.of(),
                        List.of(
                                person("aozora-01", "佐倉 美咲", Locale.JAPANESE, true, Permission.VIEWER, Permission.CLERK),
                                person("aozora-02", "森川 健太", Locale.JAPANESE, false, Permission.VIEWER),
                                person(
                                        "aozora-03",
                                        "Emma Clarke",
                                        Locale.ENGLISH,
                                        false,
                                        Permission.VIEWER,
                                        Permission.CLERK,
                                        Permission.TENANT_ADMINISTRATOR))),
                new FirstTenant(
                        "minato",
                        "みなと製作所株式会社",
                        List.of("みなと製作所株式会社", "みなと製作所", "Minato Works, Inc."),
                        List.of(),
                        List.of(
                                person("minato-01", "大西 直樹", Locale.JAPANESE, true, Permission.VIEWER, Permission.CLERK),
                                person("minato-02", "藤田 彩", Locale.JAPANESE, false, Permission.VIEWER),
                                person(
                                        "minato-03",
                                        "村上 玲子",
                                        Locale.JAPANESE,
                                        false,
                                        Permission.VIEWER,
                                        Permission.CLERK,
                                        Permission.TENANT_ADMINISTRATOR))),
                new FirstTenant(
                        "unei",
                        "文蔵運営事務局",
                        List.of(),
                        List.of(),
                        List.of(person("unei-01", "高梨 誠", Locale.JAPANESE, false, Permission.OPERATOR))));
    }

    /** One tenant with its administrator, who runs the platform too. */
    static List<FirstTenant> productive() {
        return List.of(new FirstTenant(
                "default",
                "default",
                List.of(),
                List.of(),
                List.of(person(
                        "administrator",
                        "管理者",
                        Locale.JAPANESE,
                        false,
                        Permission.VIEWER,
                        Permission.CLERK,
                        Permission.TENANT_ADMINISTRATOR,
                        Permission.OPERATOR))));
    }

    private static FirstAccount person(
            String login, String name, Locale language, boolean withToken, Permission... permissions) {
        return new FirstAccount(login, name, login + "@example.com", language, List.of(permissions), withToken);
    }
}
