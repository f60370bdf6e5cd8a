package io.archmeter.program;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Class files that call {@link StepCounter#step()} at the beginning of each method and at each jump backwards, which is the next turn of a
 * loop. Between two such places no code takes longer than it is long.
 */
final class CountedSteps {
    private CountedSteps() {}

    /** A class file that counts, made of one that does not. */
    static byte[] in(byte[] classFile) {
        return in(classFile, method -> true);
    }

    /** The same, which counts in some of its methods. */
    static byte[] in(byte[] classFile, Predicate<String> methods) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Methods(writer, methods), 0);
        return writer.toByteArray();
    }

    private static final class Methods extends ClassVisitor {
        private final Predicate<String> counted;

        Methods(ClassVisitor next, Predicate<String> counted) {
            super(Opcodes.ASM9, next);
            this.counted = counted;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
            return counted.test(name) ? new Jumps(method) : method;
        }
    }

    private static final class Jumps extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Jumps(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            step();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label to) {
            if (passed.contains(to)) {
                step();
            }
            super.visitJumpInsn(opcode, to);
        }

        private void step() {
            visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(StepCounter.class), "step", "()V", false);
        }
    }
}
