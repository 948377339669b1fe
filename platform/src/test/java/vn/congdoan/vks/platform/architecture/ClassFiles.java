package vn.congdoan.vks.platform.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;

/// Reads the classes of a package and of those below it.
final class ClassFiles {

    private ClassFiles() {}

    /// Looks into the directories of the package only: asked for a package, the importer would open every jar there is.
    static JavaClasses in(String packageName, ImportOption... options) {
        ClassLoader loader = ClassFiles.class.getClassLoader();
        try {
            var directories = Collections.list(loader.getResources(packageName.replace('.', '/')));
            return new ClassFileImporter().withImportOptions(List.of(options)).importUrls(directories);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
