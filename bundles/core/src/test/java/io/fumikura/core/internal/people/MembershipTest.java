package io.fumikura.core.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.model.GroupRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class MembershipTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private Company company;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        company = Company.found(transactions, "甲社");
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private GroupRow group(String name, GroupRow parent) {
        var row = new GroupRow();
        row.id = UUID.randomUUID();
        row.tenant = company.id().value();
        row.parent = parent == null ? null : parent.id;
        row.name = name;
        row.nameKey = name;
        row.path = (parent == null ? "/" : parent.path) + row.id + "/";
        row.created = Instant.now();
        transactions.run(entities -> entities.persist(row));
        return row;
    }

    @Test
    void reachesItsOwnGroupsAndAllBelowButNothingElse() {
        GroupRow root = group("本社", null);
        GroupRow sales = group("営業部", root);
        GroupRow east = group("東日本", sales);
        GroupRow law = group("法務部", root);
        Caller hanako = company.hire("花子");
        transactions.run(entities -> Sql.update(
                entities,
                "insert into user_group_member (user_id, group_id, place) values (?, ?, 0)",
                hanako.user().value(),
                sales.id));

        transactions.run(entities -> {
            assertThat(Membership.groups(entities, hanako.user().value())).containsExactly(sales.id);
            assertThat(Membership.reach(entities, hanako.user().value())).containsExactlyInAnyOrder(sales.id, east.id);
            assertThat(Membership.path(entities, company.id().value(), law.id)).contains("/" + root.id + "/" + law.id + "/");
            assertThat(Membership.path(entities, UUID.randomUUID(), law.id)).isEmpty();
        });
    }
}
