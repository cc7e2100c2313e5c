package io.fumikura.tenant;

/** Whether a company's people may sign in. Its data stays as it is in each state. */
public enum TenantState {
    /** 利用中: open. */
    ACTIVE,
    /** 停止中: shut for a while, e.g. because an invoice is open. Nobody signs in. */
    SUSPENDED,
    /** 解約済み: the contract has ended. Nobody signs in. */
    CLOSED
}
