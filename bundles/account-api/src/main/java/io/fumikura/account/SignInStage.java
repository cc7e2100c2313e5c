package io.fumikura.account;

/**
 * How far a sign-in has come. The password alone opens a limited session, which goes through the stages that are asked of its user, in this order;
 * until it is {@link #FULL} nothing but the operations of its stage answers.
 */
public enum SignInStage {
    /** The initial password must be changed. */
    PASSWORD_CHANGE,
    /** A code of the second factor is asked for, or one must be added first. */
    SECOND_FACTOR,
    /** Terms must be agreed to. */
    TERMS,
    /** All licences of the company are in use: somebody must be signed out first. */
    LICENCE,
    /** Signed in. */
    FULL
}
