package vn.congdoan.vks.platform.problem;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The codes of problems and violations that sources name, read from the syntax tree.
///
/// @param problems what `<code>.title` and `<code>.detail` are needed for
/// @param violations what `violation.<code>` is needed for
/// @param unread codes that are not written where they are used, so that nobody can tell whether they have texts
record ProblemCodes(Set<String> problems, Set<String> violations, Set<String> unread) {

    static ProblemCodes in(Path sources) {
        ProblemCodes codes = new ProblemCodes(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java =
                    files.filter(each -> each.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(java));
            for (CompilationUnitTree unit : task.parse()) {
                new ProblemCodeReader(unit, codes).scan(unit, null);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return codes;
    }
}
