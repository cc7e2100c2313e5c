/**
 * Reads field values with rules. A {@link io.fumikura.extract.rules.Rule} looks at the folded text of a whole document and answers
 * {@link io.fumikura.extract.rules.Finding}s with their place; a {@link io.fumikura.extract.rules.RuleSet} names the ledger and language for
 * which its rules are meant; {@link io.fumikura.extract.rules.RulesExtractor} runs them and makes candidates with evidence.
 *
 * <p>Rules know forms of speech, never single documents. A blank (○○, ＿＿, [●]) gives no finding.
 */
@NullMarked
package io.fumikura.extract.rules;

import org.jspecify.annotations.NullMarked;
