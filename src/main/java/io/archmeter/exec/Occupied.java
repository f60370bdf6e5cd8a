package io.archmeter.exec;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which parts of the arena belong to whom. It is cut into pieces that all have the same owners from their first element to their last, so
 * that each question takes as long as there are pieces in it, however many there are elsewhere.
 */
final class Occupied {
    /** A piece, from where it is kept to its end. */
    private record Piece(int end, Set<Integer> owners) {}

    /** By where they begin; none overlaps another, and each has an owner. */
    private final TreeMap<Integer, Piece> pieces = new TreeMap<>();

    private long elements;

    /** Elements that have an owner. */
    long elements() {
        return elements;
    }

    /** The owners of elements, in the order of their numbers. */
    Set<Integer> owners(int begin, int end) {
        Set<Integer> owners = new TreeSet<>();
        for (Map.Entry<Integer, Piece> piece : touching(begin, end).entrySet()) {
            if (piece.getValue().end > begin) {
                owners.addAll(piece.getValue().owners);
            }
        }
        return owners;
    }

    void add(int owner, int begin, int end) {
        cut(begin);
        cut(end);
        int free = begin;
        for (Map.Entry<Integer, Piece> piece : new TreeMap<>(pieces.subMap(begin, end)).entrySet()) {
            occupy(owner, free, piece.getKey());
            piece.getValue().owners.add(owner);
            free = piece.getValue().end;
        }
        occupy(owner, free, end);
    }

    private void occupy(int owner, int begin, int end) {
        if (begin < end) {
            pieces.put(begin, new Piece(end, new TreeSet<>(Set.of(owner))));
            elements += end - begin;
        }
    }

    /** Whether it was an owner of these elements, which have to be those that it was added with. */
    boolean remove(int owner, int begin, int end) {
        boolean owned = false;
        var own = pieces.subMap(begin, end).entrySet().iterator();
        while (own.hasNext()) {
            Map.Entry<Integer, Piece> piece = own.next();
            owned |= piece.getValue().owners.remove(owner);
            if (piece.getValue().owners.isEmpty()) {
                elements -= piece.getValue().end - piece.getKey();
                own.remove();
            }
        }
        return owned;
    }

    /** The pieces that begin among these elements, and the one before them, which may reach into them. */
    private Map<Integer, Piece> touching(int begin, int end) {
        Integer before = pieces.lowerKey(begin);
        return pieces.subMap(before == null ? begin : before, end);
    }

    /** Makes two pieces of the one in which a place lies. */
    private void cut(int at) {
        Map.Entry<Integer, Piece> before = pieces.lowerEntry(at);
        if (before != null && before.getValue().end > at) {
            pieces.put(at, new Piece(before.getValue().end, new TreeSet<>(before.getValue().owners)));
            pieces.put(before.getKey(), new Piece(at, before.getValue().owners));
        }
    }
}
