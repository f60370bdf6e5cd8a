package io.archmeter.spec;

import io.archmeter.op.*;
import io.archmeter.problem.*;
import java.util.*;

record Expression(String s, Span at) {
    static Expression parse(String s, Span at) {
        return new Expression(s, at);
    }

    Value evaluate(Variables v) {
        return new P(v).top();
    }

    class P {
        int i = 0;
        Variables v;

        P(Variables v) {
            this.v = v;
        }

        void ws() {
            while (i < s.length() && s.charAt(i) == ' ') i++;
        }

        boolean eat(String t) {
            ws();
            if (s.startsWith(t, i)) {
                if (Character.isLetter(t.charAt(0))
                        && i + t.length() < s.length()
                        && Character.isLetterOrDigit(s.charAt(i + t.length()))) return false;
                i += t.length();
                return true;
            }
            return false;
        }

        Value top() {
            Value x = or();
            return x;
        }

        boolean unk(Value... a) {
            for (Value x : a) if (x instanceof Value.Unknown) return true;
            return false;
        }

        Value or() {
            Value x = and();
            while (eat("or")) {
                Value y = and();
                x = unk(x, y) ? new Value.Unknown() : new Value.Flag(b(x) | b(y));
            }
            return x;
        }

        Value and() {
            Value x = not();
            while (eat("and")) {
                Value y = not();
                x = unk(x, y) ? new Value.Unknown() : new Value.Flag(b(x) & b(y));
            }
            return x;
        }

        Value not() {
            if (eat("not")) {
                Value x = not();
                return unk(x) ? x : new Value.Flag(!b(x));
            }
            return cmp();
        }

        Value cmp() {
            Value x = sum();
            for (String o : new String[] {"==", "!=", "<=", ">=", "<", ">"})
                if (eat(o)) {
                    Value y = sum();
                    if (unk(x, y)) return new Value.Unknown();
                    if (o.equals("==")) return new Value.Flag(x.equals(y));
                    if (o.equals("!=")) return new Value.Flag(!x.equals(y));
                    int c = n(x).compareTo(n(y));
                    return new Value.Flag(
                            switch (o) {
                                case "<=" -> c <= 0;
                                case ">=" -> c >= 0;
                                case "<" -> c < 0;
                                default -> c > 0;
                            });
                }
            return x;
        }

        Value sum() {
            Value x = mul();
            while (true) {
                if (eat("+")) {
                    Value y = mul();
                    x = unk(x, y) ? new Value.Unknown() : new Value.Num(n(x).plus(n(y)));
                } else if (eat("-")) {
                    Value y = mul();
                    x = unk(x, y) ? new Value.Unknown() : new Value.Num(n(x).minus(n(y)));
                } else return x;
            }
        }

        Value mul() {
            Value x = prim();
            while (true) {
                if (eat("*")) {
                    Value y = prim();
                    x = unk(x, y) ? new Value.Unknown() : new Value.Num(n(x).times(n(y)));
                } else if (eat("/")) {
                    Value y = prim();
                    x = unk(x, y) ? new Value.Unknown() : new Value.Num(n(x).over(n(y)));
                } else return x;
            }
        }

        Value prim() {
            ws();
            if (s.startsWith("if(", i) && (i += 3) > 0) {
                Value c = or();
                eat(",");
                Value a = or();
                eat(",");
                Value b = or();
                eat(")");
                return unk(c) ? c : b(c) ? a : b;
            }
            if (eat("(")) {
                Value x = or();
                eat(")");
                return x;
            }
            int st = i;
            while (i < s.length()
                    && (Character.isLetterOrDigit(s.charAt(i)) || s.charAt(i) == '_' || s.charAt(i) == '.')) i++;
            String w = s.substring(st, i);
            if (w.isEmpty()) throw new RuntimeException("expr " + s + " @" + i);
            Value x;
            if (Character.isDigit(w.charAt(0))) x = new Value.Num(Rational.of(new java.math.BigDecimal(w)));
            else if (w.equals("true") || w.equals("false")) x = new Value.Flag(w.equals("true"));
            else
                x = v.get(w)
                        .orElseThrow(
                                () -> new ProblemException(Problem.at(at.plus(st), "unknown-name", "no " + w, "x")));
            while (eat("[")) {
                Value k = or();
                eat("]");
                x = ((Value.Items) x).items().get((int) n(k).toLong().getAsLong());
            }
            return x;
        }

        boolean b(Value x) {
            return ((Value.Flag) x).flag();
        }

        Rational n(Value x) {
            return ((Value.Num) x).number();
        }
    }
}
