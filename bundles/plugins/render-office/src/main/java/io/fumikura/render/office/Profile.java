package io.fumikura.render.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings that LibreOffice starts with: no macros, no links, no traces, nobody to ask. */
final class Profile {

    private static final String ITEM =
            """
              <item oor:path="/org.openoffice.%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value></prop></item>
            """;

    private Profile() {}

    /** Writes a template of a user profile into the folder. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("user"));
        var items = new StringBuilder();
        item(items, "Office.Common/Security/Scripting", "MacroSecurityLevel", "3");
        item(items, "Office.Common/Security/Scripting", "DisableMacrosExecution", "true");
        item(items, "Office.Common/Security/Scripting", "DisableActiveContent", "true");
        item(items, "Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true");
        item(items, "Office.Writer/Content/Update", "Link", "2");
        item(items, "Office.Writer/Content/Update", "Field", "false");
        item(items, "Office.Calc/Content/Update", "Link", "2");
        item(items, "Office.Common/Save/Document", "CreateBackup", "false");
        item(items, "Office.Recovery/AutoSave", "Enabled", "false");
        item(items, "Office.Recovery/RecoveryInfo", "Enabled", "false");
        item(items, "Office.Common/Misc", "FirstRun", "false");
        item(items, "Office.Common/Misc", "ShowTipOfTheDay", "false");
        item(items, "Office.Common/Misc", "CrashReport", "false");
        item(items, "Office.Common/History", "PickListSize", "0");
        Files.writeString(
                folder.resolve("user/registrymodifications.xcu"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                %s</oor:items>
                """
                        .formatted(items));
    }

    private static void item(StringBuilder items, String path, String name, String value) {
        items.append(ITEM.formatted(path, name, value));
    }
}
