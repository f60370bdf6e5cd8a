package io.archmeter.exec.kernel;

import java.util.ArrayList;
import java.util.List;

/** Elements as golden rows write them: {@code 1 2.5 -3}, {@code 1..25} for 1, 2 … 25, {@code 0*9} for nine zeros. */
record Elements(List<String> words) {
    static Elements of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split(" ")) {
            if (word.contains("..")) {
                int dots = word.indexOf("..");
                int last = Integer.parseInt(word.substring(dots + 2));
                for (int number = Integer.parseInt(word.substring(0, dots)); number <= last; number++) {
                    words.add(String.valueOf(number));
                }
            } else {
                int times = word.indexOf('*');
                String number = times < 0 ? word : word.substring(0, times);
                int count = times < 0 ? 1 : Integer.parseInt(word.substring(times + 1));
                for (int i = 0; i < count; i++) {
                    words.add(number);
                }
            }
        }
        return new Elements(words);
    }

    public float[] floats() {
        float[] floats = new float[words.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.parseFloat(words.get(i));
        }
        return floats;
    }

    /** Whether these elements, as they are printed, are what was found: to a unit of the last printed decimal and to float32's precision. */
    public boolean agreeWith(float[] found) {
        if (found.length != words.size()) {
            return false;
        }
        double largest = words.stream()
                .mapToDouble(word -> Math.abs(Double.parseDouble(word)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        for (int i = 0; i < found.length; i++) {
            String word = words.get(i);
            int decimals = word.contains(".") ? word.length() - word.indexOf('.') - 1 : 0;
            double printed = decimals == 0 ? 0 : Math.pow(10, -decimals);
            double expected = Double.parseDouble(word);
            if (found[i] != expected && !(Math.abs(found[i] - expected) <= printed + 1e-6 * largest)) {
                return false;
            }
        }
        return true;
    }
}
