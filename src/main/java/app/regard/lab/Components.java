package app.regard.lab;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** The components of records by their names, so that a setting needs no more than its own. */
final class Components {
    private Components() {}

    private static RecordComponent named(Record of, String name) {
        return Arrays.stream(of.getClass().getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(of.getClass() + " has no " + name));
    }

    static Class<?> type(Record of, String name) {
        return named(of, name).getType();
    }

    static Object get(Record of, String name) {
        try {
            return read(of, named(of, name));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Record of, RecordComponent component) throws ReflectiveOperationException {
        component.getAccessor().setAccessible(true);
        return component.getAccessor().invoke(of);
    }

    /** The record with another value of one component. */
    @SuppressWarnings("unchecked") // a record of the same class
    static <S extends Record> S with(S of, String name, Object value) {
        List<RecordComponent> all = List.of(of.getClass().getRecordComponents());
        Object[] values = new Object[all.size()];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = all.get(i).getName().equals(name) ? value : read(of, all.get(i));
            }
            Constructor<?> constructor = of.getClass()
                    .getDeclaredConstructor(
                            all.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (S) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
