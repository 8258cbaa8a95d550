package dev.waymark.server.models;

import dev.waymark.server.contract.JsonSchema;
import dev.waymark.server.files.YamlFile;
import dev.waymark.server.settings.ConfigurationFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where models come from: one YAML file each, built in or in an operator's folder. */
final class ModelFiles {
  static final List<String> BUILT_IN = List.of("atlas-1", "atlas-studio-1", "aurora-1", "mosaic-1");
  private static final int MOST_FILES = 1000;

  private ModelFiles() {}

  static List<Model> builtIn() {
    return read(
        BUILT_IN.stream().map(slug -> YamlFile.builtIn("models/" + slug + ".yaml")).toList());
  }

  /** The models of all files of the folder whose names end in .yaml or .yml. */
  static List<Model> in(Path folder) {
    List<Path> paths = paths(folder);
    if (paths.isEmpty()) {
      throw new ConfigurationFault(
          folder + ": has no model in it; put one file that ends in .yaml there for each");
    }
    if (paths.size() > MOST_FILES) {
      throw new ConfigurationFault(folder + ": must have at most " + MOST_FILES + " model files");
    }
    return read(paths.stream().map(YamlFile::at).toList());
  }

  static List<Model> read(List<YamlFile> files) {
    JsonSchema format = YamlFile.schema("model-file.schema.json");
    ParameterSchemaCheck schemaCheck = new ParameterSchemaCheck();
    Map<String, String> fileBySlug = new HashMap<>();
    List<Model> models = new ArrayList<>();
    for (YamlFile file : files) {
      Model model = new ModelFile(file).read(format, schemaCheck);
      String other = fileBySlug.putIfAbsent(model.slug(), file.name());
      if (other != null) {
        throw new ConfigurationFault(
            "%s: slug: %s is already the slug of %s; every model needs its own"
                .formatted(file.name(), model.slug(), other));
      }
      models.add(model);
    }
    return List.copyOf(models);
  }

  private static List<Path> paths(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(ModelFiles::isModelFile).sorted().toList();
    } catch (IOException e) {
      throw new ConfigurationFault(
          folder + ": cannot be read; waymark.models.folder must be a folder of model files", e);
    }
  }

  /** Hidden files are left out: they are what editors and mounted volumes keep for themselves. */
  private static boolean isModelFile(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
