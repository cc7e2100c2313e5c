package io.fumikura.core.internal.access;

import static io.fumikura.document.AccessLevel.EDIT;
import static io.fumikura.document.AccessLevel.NONE;
import static io.fumikura.document.AccessLevel.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.GroupRow;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.record.LoanType;
import io.fumikura.core.internal.record.NewRecord;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.AccessRights.Grantee;
import io.fumikura.document.RecordId;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
class ViewerTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private GroupRow sales;
    private GroupRow first;
    private GroupRow team;
    private GroupRow law;
    private Caller owner;
    private Caller registrant;
    private final Map<String, Caller> people = new LinkedHashMap<>();
    private RecordId id;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        Company company = Company.found(transactions, "甲社");
        sales = company.group("営業部", null);
        first = company.group("営業一課", sales);
        team = company.group("一班", first);
        law = company.group("法務部", null);
        people.put("owner", owner = company.hire("担当", Permission.CLERK));
        people.put("registrant", registrant = company.hire(first, "登録", Permission.CLERK));
        people.put("administrator", company.hire("管理", Permission.TENANT_ADMINISTRATOR));
        people.put("sales", company.hire(sales, "部長", Permission.VIEWER));
        people.put("first", company.hire(first, "課員", Permission.CLERK));
        people.put("team", company.hire(team, "班員", Permission.VIEWER));
        people.put("law", company.hire(law, "法務", Permission.CLERK));
        people.put("nowhere", company.hire("無所属", Permission.CLERK));
        people.put("stranger", Company.found(transactions, "乙社").hire("他社", Permission.TENANT_ADMINISTRATOR));
        id = RecordId.random();
        var writer = new RecordWriter(
                transactions, new LedgerCatalog(List.of(new LoanType()), List.of()), new PluginCalls(), List.of());
        transactions.run(entities -> writer.create(
                        entities,
                        new NewRecord(id, registrant, Optional.of("loans"), "契約.pdf", "application/pdf", 3, "a".repeat(64), null))
                .owner = owner.user().value());
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private void open(AccessLevel everyone, AccessLevel owningGroup, Grant... grants) {
        transactions.run(entities -> {
            RecordRow record = entities.find(RecordRow.class, id.value());
            record.everyone = everyone;
            record.owningGroup = owningGroup;
            Grants.replace(entities, id.value(), List.of(grants));
        });
    }

    private Map<String, AccessLevel> levels() {
        return transactions.read(entities -> {
            RecordRow record = entities.find(RecordRow.class, id.value());
            var levels = new LinkedHashMap<String, AccessLevel>();
            people.forEach((name, caller) -> levels.put(name, new Viewer(entities, caller).level(record)));
            return levels;
        });
    }

    /** What everybody is to have: first the owner, registrant and administrator, who always may, then the rest in their order. */
    private void assertLevels(AccessLevel sales, AccessLevel first, AccessLevel team, AccessLevel law, AccessLevel nowhere) {
        assertThat(levels().values()).containsExactly(EDIT, EDIT, EDIT, sales, first, team, law, nowhere, NONE);
    }

    @Test
    void aNewRecordIsOpenToItsCompanyAndBelongsToTheFirstGroupOfItsRegistrant() {
        assertLevels(EDIT, EDIT, EDIT, EDIT, EDIT);
        assertThat(transactions.<UUID>read(entities -> entities.find(RecordRow.class, id.value()).group)).isEqualTo(first.id);
    }

    @Test
    void aClosedRecordIsForItsOwnerItsRegistrantAndAdministrators() {
        open(NONE, NONE);
        assertLevels(NONE, NONE, NONE, NONE, NONE);
    }

    @Test
    void whatIsForTheOwningGroupIsForTheGroupsAboveItToo() {
        open(NONE, EDIT);
        assertLevels(EDIT, EDIT, NONE, NONE, NONE);
        open(VIEW, EDIT);
        assertLevels(EDIT, EDIT, VIEW, VIEW, VIEW);
    }

    @Test
    void aGrantToAGroupReachesThoseBelowAndAboveIt() {
        open(NONE, NONE, new Grant(Grantee.GROUP, first.id, VIEW));
        assertLevels(VIEW, VIEW, VIEW, NONE, NONE);
        open(NONE, NONE, new Grant(Grantee.GROUP, sales.id, VIEW), new Grant(Grantee.GROUP, team.id, EDIT));
        assertLevels(EDIT, EDIT, EDIT, NONE, NONE);
        open(NONE, NONE, new Grant(Grantee.GROUP, law.id, EDIT));
        assertLevels(NONE, NONE, NONE, EDIT, NONE);
    }

    @Test
    void theHighestOfAllThatSomebodyIsGivenCounts() {
        Grant person = new Grant(Grantee.USER, people.get("nowhere").user().value(), EDIT);
        open(VIEW, VIEW, person, new Grant(Grantee.GROUP, first.id, EDIT));
        assertLevels(EDIT, EDIT, EDIT, VIEW, EDIT);
        open(EDIT, VIEW, new Grant(Grantee.GROUP, first.id, VIEW));
        assertLevels(EDIT, EDIT, EDIT, EDIT, EDIT);
    }

    @Test
    void rowsQueriesAndTheIndexAlwaysAgreeOnWhoSeesARecord() {
        var grants = new ArrayList<List<Grant>>(List.of(List.of()));
        for (GroupRow group : List.of(sales, first, team, law)) {
            grants.add(List.of(new Grant(Grantee.GROUP, group.id, VIEW)));
        }
        people.values().forEach(person -> grants.add(List.of(new Grant(Grantee.USER, person.user().value(), EDIT))));
        for (AccessLevel everyone : AccessLevel.values()) {
            for (AccessLevel owning : AccessLevel.values()) {
                for (List<Grant> given : grants) {
                    open(everyone, owning, given.toArray(Grant[]::new));
                    transactions.run(entities -> people.forEach((name, caller) ->
                            assertAgreement(entities, caller, name + " of " + everyone + " " + owning + " " + given)));
                }
            }
        }
    }

    private void assertAgreement(EntityManager entities, Caller caller, String description) {
        RecordRow record = entities.find(RecordRow.class, id.value());
        var viewer = new Viewer(entities, caller);
        boolean seen = viewer.level(record) != NONE;
        List<UUID> found = viewer.query("select r.id from RecordRow r", "order by r.id", UUID.class).getResultList();
        assertThat(found.contains(id.value())).as(description).isEqualTo(seen);
        boolean indexed = record.tenant.equals(caller.tenant().value())
                && !Collections.disjoint(Viewer.tokens(record, Grants.rows(entities, record.id)), viewer.tokens());
        assertThat(indexed).as(description).isEqualTo(seen);
    }
}
