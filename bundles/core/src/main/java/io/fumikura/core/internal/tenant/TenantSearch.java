package io.fumikura.core.internal.tenant;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.model.Lines;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantQuery;
import io.fumikura.tenant.TenantState;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads companies with the number of their users. */
final class TenantSearch {

    private static final Lines LINES = new Lines();
    private static final String SELECT = "select t.*, (select count(*) from app_user u where u.tenant_id = t.id and u.state <> 'DELETED') as users";

    private final EntityManager entities;
    private final TenantQuery query;
    private final StringBuilder where = new StringBuilder(" from tenant t where 1 = 1");
    private final List<Object> values = new ArrayList<>();

    TenantSearch(EntityManager entities, TenantQuery query) {
        this.entities = entities;
        this.query = query;
        query.state().ifPresent(state -> and(" and t.state = ?", state.name()));
        query.plan().ifPresent(plan -> and(" and t.plan = ?", plan));
        String text = UserRow.foldedForSearch(query.text().strip());
        if (!text.isEmpty()) {
            and(" and t.search_key like ? escape '!'", "%" + text.replaceAll("[!%_]", "!$0") + "%");
        }
    }

    private void and(String condition, Object value) {
        where.append(condition);
        values.add(value);
    }

    long total() {
        return Sql.query(entities, "select count(*)" + where, row -> row.getLong(1), values.toArray()).get(0);
    }

    /** One more than the query's limit, if there are more. */
    List<Tenant> page() {
        var all = new ArrayList<>(values);
        query.cursor().ifPresent(cursor -> all.add(TenantCheck.codeKey(cursor)));
        return Sql.query(
                entities,
                SELECT + where + (query.cursor().isPresent() ? " and t.code_key > ?" : "") + " order by t.code_key fetch first "
                        + (query.limit() + 1) + " rows only",
                TenantSearch::tenant,
                all.toArray());
    }

    static Optional<Tenant> find(EntityManager entities, UUID id) {
        return Sql.query(entities, SELECT + " from tenant t where t.id = ?", TenantSearch::tenant, id).stream().findFirst();
    }

    private static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                TenantState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                row.getString("plan"),
                ZoneId.of(row.getString("time_zone")),
                LINES.convertToEntityAttribute(row.getString("own_names")),
                LINES.convertToEntityAttribute(row.getString("own_numbers")),
                Sql.instant(row, "created"),
                row.getLong("users"),
                row.getLong("revision"));
    }
}
