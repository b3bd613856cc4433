package conveyarr.flow.state;

import jakarta.persistence.Column;
import jakarta.persistence.Version;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The columns of a kind of rows, as JPA knows them. */
record Columns(List<Field> fields) {

    static Columns of(Class<? extends StateRow> rowType) {
        var fields = new ArrayList<Field>();
        for (Class<?> type = rowType; type != Object.class; type = type.getSuperclass()) {
            fields.addAll(Stream.of(type.getDeclaredFields())
                    .filter(field -> field.isAnnotationPresent(Column.class)
                            && field.getAnnotation(Column.class).insertable()
                            && !field.isAnnotationPresent(Version.class))
                    .peek(field -> field.setAccessible(true))
                    .toList());
        }
        return new Columns(List.copyOf(fields));
    }

    List<String> names() {
        return fields.stream()
                .map(field -> field.getAnnotation(Column.class).name())
                .toList();
    }

    /** What PostgreSQL calls the type of each. */
    List<String> types() {
        return fields.stream().map(Columns::type).toList();
    }

    private static String type(Field field) {
        return field.getType() == Instant.class ? "timestamptz" : "text";
    }

    /** The values of one of the columns. */
    Object[] values(int column, List<? extends StateRow> rows) {
        return rows.stream().map(row -> value(fields.get(column), row)).toArray();
    }

    private static Object value(Field field, StateRow row) {
        try {
            Object value = field.get(row);
            return value instanceof Instant at ? at.toString() : value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }
}
