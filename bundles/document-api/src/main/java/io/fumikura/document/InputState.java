package io.fumikura.document;

/** Input state (入力状態) of a record. */
public enum InputState {
    /** 解析待ち: stored; waits for its turn, or for a plugin (see {@link RecordSummary#reason()}). */
    WAITING,
    /** 解析中: being read. */
    READING,
    /** 入力完了: every required field has a value, or a user said so. */
    COMPLETE,
    /** 入力不足: a required field has none. */
    INCOMPLETE,
    /** パスワード付き: can't be read without its password. */
    PROTECTED,
    /** 解析失敗: could not be read; the original is kept. */
    FAILED
}
