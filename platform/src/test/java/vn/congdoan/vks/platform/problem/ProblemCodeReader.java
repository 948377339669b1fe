package vn.congdoan.vks.platform.problem;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the codes of one source file. A code is a literal, a choice between literals, a constant, what a method of the
/// file returns, or a parameter: then it is what the method's callers in the file give.
final class ProblemCodeReader extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final Set<String> PROBLEMS = Set.of("Conflict", "Forbidden", "Stale", "Unavailable");
    private static final Set<String> VIOLATIONS = Set.of("Invalid", "Unprocessable", "Violation");

    /// Here a code is what others gave, or stands in the bundles.
    private static final Set<String> PASS_ON = Set.of("Violation", "DomainException", "ConstraintNames");

    private static final Map<String, Integer> SUPER =
            Map.of("NotFound", 1, "Invalid", 1, "Unprocessable", 1, "PreconditionRequired", 1);

    private final CompilationUnitTree unit;
    private final ProblemCodes codes;

    ProblemCodeReader(CompilationUnitTree unit, ProblemCodes codes) {
        this.unit = unit;
        this.codes = codes;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void none) {
        String type = made.getIdentifier().toString();
        List<? extends ExpressionTree> values = made.getArguments();
        if (PROBLEMS.contains(type) && !values.isEmpty()) {
            read(values.getFirst(), codes.problems());
        } else if (VIOLATIONS.contains(type) && values.size() > 1) {
            read(values.get(1), codes.violations());
        }
        return super.visitNewClass(made, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
        String method = call.getMethodSelect().toString();
        List<? extends ExpressionTree> values = call.getArguments();
        if (method.equals("Invalid.parameter")) {
            read(values.get(1), codes.violations());
        } else if (method.equals("problems.of") && values.size() == 3) {
            read(values.get(1), codes.problems());
        } else if (method.equals("super") && SUPER.containsKey(enclosingClass())) {
            read(values.get(1), codes.problems());
        } else if (method.equals("this") && PROBLEMS.contains(enclosingClass())) {
            read(values.getFirst(), codes.problems());
        }
        return super.visitMethodInvocation(call, null);
    }

    private void read(ExpressionTree value, Set<String> found) {
        switch (value) {
            case LiteralTree literal -> found.add(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> read(inner.getExpression(), found);
            case ConditionalExpressionTree choice -> {
                read(choice.getTrueExpression(), found);
                read(choice.getFalseExpression(), found);
            }
            case MethodInvocationTree call ->
                readReturned(call.getMethodSelect().toString(), found);
            case IdentifierTree name -> readNamed(name.getName().toString(), found);
            default -> notRead(value);
        }
    }

    private void readReturned(String method, Set<String> found) {
        int before = found.size();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree each, @Nullable Void none) {
                return each.getName().contentEquals(method) ? super.visitMethod(each, null) : null;
            }

            @Override
            public @Nullable Void visitReturn(ReturnTree returned, @Nullable Void none) {
                if (returned.getExpression() instanceof SwitchExpressionTree choice) {
                    choice.getCases().forEach(each -> {
                        if (each.getBody() instanceof ExpressionTree value) {
                            read(value, found);
                        }
                    });
                } else if (returned.getExpression() instanceof LiteralTree literal) {
                    read(literal, found);
                }
                return null;
            }
        }.scan(unit, null);
        if (found.size() == before) {
            codes.unread().add(where(method + "(…)"));
        }
    }

    private void readNamed(String name, Set<String> found) {
        MethodTree method = enclosingMethod();
        if (method != null) {
            List<? extends VariableTree> parameters = method.getParameters();
            for (int index = 0; index < parameters.size(); index++) {
                if (parameters.get(index).getName().contentEquals(name)) {
                    readGiven(method, index, found);
                    return;
                }
            }
        }
        boolean[] constant = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
                if (variable.getName().contentEquals(name)
                        && variable.getInitializer() instanceof LiteralTree literal) {
                    constant[0] = true;
                    read(literal, found);
                }
                return super.visitVariable(variable, null);
            }
        }.scan(unit, null);
        if (!constant[0] && !PASS_ON.contains(enclosingClass())) {
            codes.unread().add(where(name));
        }
    }

    /// Public constructors of problems are read where others call them.
    private void readGiven(MethodTree method, int index, Set<String> found) {
        if (method.getName().contentEquals("<init>") || PASS_ON.contains(enclosingClass())) {
            return;
        }
        String name = method.getName().toString();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
                String called = call.getMethodSelect().toString();
                if ((called.equals(name) || called.equals("this." + name))
                        && call.getArguments().size() == method.getParameters().size()
                        && call.getArguments().get(index) instanceof LiteralTree literal) {
                    read(literal, found);
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(unit, null);
    }

    private void notRead(ExpressionTree value) {
        codes.unread().add(where(value.toString()));
    }

    private String where(String what) {
        return enclosingClass() + ": " + what;
    }

    private @Nullable MethodTree enclosingMethod() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree method) {
                return method;
            }
        }
        return null;
    }

    private String enclosingClass() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree type
                    && !type.getSimpleName().isEmpty()) {
                return type.getSimpleName().toString();
            }
        }
        return "";
    }
}
