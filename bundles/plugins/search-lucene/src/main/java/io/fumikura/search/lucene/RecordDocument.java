package io.fumikura.search.lucene;

import io.fumikura.account.TenantId;
import io.fumikura.document.RecordId;
import io.fumikura.document.text.SearchText;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.IndexedRecord;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/** Makes a document of a record. */
final class RecordDocument {

    private static final FieldType PAIRS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, DocValuesType.NONE, true);
    private static final FieldType SINGLES = type(IndexOptions.DOCS, DocValuesType.NONE, true);
    /** Sorted by doc values; the terms let Lucene pass over what is not on the page. */
    private static final FieldType SORTED = type(IndexOptions.DOCS, DocValuesType.SORTED, false);

    private final Document document = new Document();

    private final AttributeSource shared;

    private RecordDocument(AttributeSource shared) {
        this.shared = shared;
    }

    private static FieldType type(IndexOptions options, DocValuesType values, boolean tokenized) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setDocValuesType(values);
        type.setTokenized(tokenized);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    static Term key(TenantId tenant, RecordId record) {
        return new Term(Names.KEY, tenant + "/" + record);
    }

    /** @param shared of the thread that will index the document, one after another */
    static Document of(IndexedRecord record, AttributeSource shared) {
        var made = new RecordDocument(shared);
        made.addIdentity(record);
        made.addAccess(record);
        record.values().forEach(made::addValues);
        made.addTexts(Names.KEYWORDS, record.keywords());
        made.addTexts(Names.TEXT, record.pages());
        record.pages().forEach(page -> made.document.add(new StoredField(Names.PAGE, page)));
        return made.document;
    }

    private void addIdentity(IndexedRecord record) {
        Term key = key(record.tenant(), record.id());
        addTerm(key.field(), key.text());
        document.add(new NumericDocValuesField(Names.ID_HIGH, RecordKey.high(record.id())));
        document.add(new NumericDocValuesField(Names.ID_LOW, RecordKey.low(record.id())));
        document.add(new NumericDocValuesField(Names.VERSION, record.version()));
    }

    private void addAccess(IndexedRecord record) {
        String tenant = record.tenant().toString();
        for (String token : record.visibility()) {
            addTerm(Names.ACCESS, Names.access(tenant, token));
            addTerm(Names.ACCESS, Names.access(tenant, token, record.ledger()));
        }
    }

    private void addValues(String field, List<IndexValue> values) {
        if (values.isEmpty()) {
            return;
        }
        addTerm(Names.HAS, field);
        addFirst(field, values.get(0));
        var texts = new ArrayList<String>();
        for (IndexValue value : values) {
            if (value instanceof IndexValue.Number number) {
                long fixed = FixedPoint.of(number.value(), RoundingMode.HALF_EVEN);
                document.add(new LongField(Names.number(field), fixed, Field.Store.NO));
            } else if (value instanceof IndexValue.Day day) {
                document.add(new LongField(Names.day(field), day.value().toEpochDay(), Field.Store.NO));
            } else if (value instanceof IndexValue.Code code) {
                addTerm(Names.codes(field), code.value());
            } else if (value instanceof IndexValue.Text text) {
                addTerm(Names.texts(field), TextKeys.key(text.value()));
                texts.add(text.value());
            }
        }
        if (!texts.isEmpty()) {
            addCharacters(field, texts);
        }
    }

    private void addFirst(String field, IndexValue value) {
        if (value instanceof IndexValue.Code code) {
            document.add(new Field(Names.firstCode(field), new BytesRef(code.value()), SORTED));
        } else if (value instanceof IndexValue.Text text) {
            document.add(new Field(Names.firstText(field), new BytesRef(TextKeys.sortKey(text.value())), SORTED));
        }
    }

    private void addTexts(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            addTerm(Names.HAS, name);
            addCharacters(name, texts);
        }
    }

    private void addCharacters(String field, List<String> texts) {
        for (boolean exact : new boolean[] {false, true}) {
            List<String> searched = texts.stream().map(text -> SearchText.of(text, exact).text()).toList();
            document.add(new Field(Names.pairs(field, exact), CharacterStream.pairs(shared, searched), PAIRS));
            document.add(new Field(Names.singles(field, exact), CharacterStream.singles(shared, searched), SINGLES));
        }
    }

    private void addTerm(String name, String value) {
        document.add(new StringField(name, value, Field.Store.NO));
    }
}
