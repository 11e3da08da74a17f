fn main() {
    errors_codegen::Builder::new().build("catalogs");
}
