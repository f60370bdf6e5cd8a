# docker build -t archmeter . && docker run --rm -v "$PWD:/work" archmeter analyze model.yaml
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /source
COPY pom.xml ./
COPY .mvn .mvn
COPY specs specs
COPY src src
COPY LICENSE ./
RUN mvn -q -B -Dmaven.test.skip=true -Djacoco.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:21-jre
COPY --from=build /source/target/archmeter.jar /opt/archmeter/lib/archmeter.jar
COPY scripts/archmeter /opt/archmeter/bin/archmeter
COPY specs /opt/archmeter/specs
# The archive of classes is made once, here, and not at each start of a container.
ENV XDG_CACHE_HOME=/opt/archmeter/cache
RUN /opt/archmeter/bin/archmeter --version && ln -s /opt/archmeter/bin/archmeter /usr/local/bin/archmeter
WORKDIR /work
ENTRYPOINT ["archmeter"]
CMD ["--help"]
