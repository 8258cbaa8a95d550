package dev.waymark.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.inject.BeanDefinition;
import java.util.function.Predicate;

/** Makes the beans that are ours, which the framework would leave until they are first needed. */
record OwnBeans(ApplicationContext context) {

  /** Every settings record, which is to check its values. */
  void makeSettings() {
    make(definition -> definition.hasStereotype(ConfigurationReader.class));
  }

  /** Every single one, with all that they need. */
  void makeAll() {
    make(BeanDefinition::isSingleton);
  }

  private void make(Predicate<BeanDefinition<?>> wanted) {
    for (BeanDefinition<?> definition : context.getAllBeanDefinitions()) {
      Class<?> declaring = definition.getDeclaringType().orElse(definition.getBeanType());
      if (declaring.getName().startsWith(OwnBeans.class.getPackageName())
          && wanted.test(definition)) {
        context.getBean(definition);
      }
    }
  }
}
