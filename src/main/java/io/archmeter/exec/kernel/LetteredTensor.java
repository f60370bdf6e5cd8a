package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * A tensor whose axes have letters; one that several axes have is their diagonal.
 *
 * @param strides of each letter
 * @param extents of the letters of all tensors
 */
record LetteredTensor(float[] data, int offset, Map<Character, Integer> strides, Map<Character, Integer> extents) {
    static LetteredTensor of(Tensor x, String letters, Map<Character, Integer> extents) {
        return of(x.data(), x.offset(), letters, extents);
    }

    private static LetteredTensor of(float[] data, int offset, String letters, Map<Character, Integer> extents) {
        Map<Character, Integer> strides = new LinkedHashMap<>();
        int stride = 1;
        for (int axis = letters.length() - 1; axis >= 0; axis--) {
            strides.merge(letters.charAt(axis), stride, Integer::sum);
            stride *= extents.get(letters.charAt(axis));
        }
        return new LetteredTensor(data, offset, strides, extents);
    }

    /** Another one, in this order of letters. */
    LetteredTensor dense(float[] elements, String letters) {
        return of(elements, 0, letters, extents);
    }

    String letters() {
        StringBuilder letters = new StringBuilder();
        strides.keySet().forEach(letters::append);
        return letters.toString();
    }

    /** How many combinations of these letters there are. */
    int count(String letters) {
        int count = 1;
        for (char letter : letters.toCharArray()) {
            count = Math.multiplyExact(count, extents.get(letter));
        }
        return count;
    }

    /** How far each combination of these letters leads, the last one fastest; letters that it does not have lead nowhere. */
    private int[] steps(String letters) {
        int[] steps = new int[count(letters)];
        int known = Math.min(1, steps.length);
        for (char letter : letters.toCharArray()) {
            int extent = extents.get(letter);
            int stride = strides.getOrDefault(letter, 0);
            // From the back, so that no step is overwritten before it was used.
            for (int i = known * extent - 1; i >= 0; i--) {
                steps[i] = steps[i / extent] + i % extent * stride;
            }
            known *= extent;
        }
        return steps;
    }

    /** Puts out elements for these letters, summed along all others. */
    void sum(float[] y, int to, String kept) {
        StringBuilder others = new StringBuilder();
        for (char letter : letters().toCharArray()) {
            others.append(kept.indexOf(letter) < 0 ? String.valueOf(letter) : "");
        }
        int[] summed = steps(others.toString());
        int next = to;
        for (int begin : steps(kept)) {
            float sum = 0;
            for (int step : summed) {
                sum += data[offset + begin + step];
            }
            y[next++] = sum;
        }
    }

    /** Puts out products with another for the letters that are kept, summed along those that are gone, and counts them. */
    long multiply(LetteredTensor other, String kept, String gone, float[] y, Workers workers) {
        int[] begins = steps(kept);
        int[] otherBegins = other.steps(kept);
        int[] summed = steps(gone);
        int[] otherSummed = other.steps(gone);
        LongAdder done = new LongAdder();
        workers.forEach(begins.length, element -> {
            int from = offset + begins[element];
            int by = other.offset + otherBegins[element];
            float sum = 0;
            for (int i = 0; i < summed.length; i++) {
                sum += data[from + summed[i]] * other.data[by + otherSummed[i]];
            }
            y[element] = sum;
            done.add(summed.length);
        });
        return done.sum();
    }
}
