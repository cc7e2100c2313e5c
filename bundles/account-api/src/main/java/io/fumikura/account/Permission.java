package io.fumikura.account;

/** What a user may do. A user has a set of these. */
public enum Permission {
    /** 閲覧: sees records. */
    VIEWER,
    /** 主担当者: uploads and edits records. */
    CLERK,
    /** 承認者: approves what others submit. */
    APPROVER,
    /** 署名者: signs in the company's name. */
    SIGNER,
    /** 監査者: reads, verifies and exports the history. */
    AUDITOR,
    /** グループ管理者: manages users of the own group and below. */
    GROUP_ADMINISTRATOR,
    /** 管理者: manages everything of the tenant. */
    TENANT_ADMINISTRATOR,
    /** 運営: runs the platform; sees no tenant's documents by this permission. */
    OPERATOR
}
