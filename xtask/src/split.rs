//! Cuts the wasm in two: what the start page needs, and the rest, which the page fetches once that is shown.
//!
//! The cut goes through the gates, the functions of the app's module [`GATES`]: whatever only they lead to is the rest.
//! In the first part a gate calls the place in the function table where the rest puts the gate's own code. The rest is
//! given the first part's memory, tables, globals and functions, and puts what is its own into memory and table.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use walrus::ir::{self, Value, Visitor};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalId, GlobalKind, ImportId, ImportKind, ImportedFunction, MemoryId, Module, ModuleConfig, TableId,
    passes,
};

mod uses;

use uses::Uses;

/// The app's module of gates.
const GATES: &str = "plan_ouvert::ui::rest::";

/// The end of the rest's name, where the first part's is `_bg.wasm`.
pub(crate) const REST: &str = "_rest.wasm";

/// What `public/start.js` calls the first part's exports when it hands them to the rest.
const FIRST: &str = "first";

/// A wasm cut in two.
pub(crate) struct Parts {
    /// The first part.
    pub(crate) first: Vec<u8>,
    /// The rest.
    pub(crate) rest: Rest,
}

/// The rest, which knows the first part by the names of its exports.
pub(crate) struct Rest(Module);

/// Reads where to cut: `linked` is the wasm as the linker left it, `bound` what wasm-bindgen made of it.
pub(crate) fn plan(linked: &[u8], bound: &[u8]) -> Result<Uses> {
    let bound = parse(bound)?;
    // wasm-bindgen lets its script call more functions than the linker knew of.
    let called = bound.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => bound.funcs.get(function).name.as_deref().map(uses::readable),
        _ => None,
    });
    let is_gate = |name: &str| name.strip_prefix(GATES).is_some_and(|name| !name.contains("::"));
    let uses = uses::read(linked, is_gate, &called.collect())?;
    same_places(&parse(linked)?, &bound, &uses)?;
    Ok(uses)
}

/// Makes sure that wasm-bindgen left the functions of the rest where the linker put them in the table: they are told by
/// their places.
fn same_places(linked: &Module, bound: &Module, uses: &Uses) -> Result<()> {
    let names = |module: &Module| -> Result<HashMap<u32, String>> {
        let table = module.tables.main_function_table()?.context("there is no table of functions")?;
        let name =
            |function| module.funcs.get(function).name.as_deref().map(uses::readable).unwrap_or_default();
        Ok(placed(module, table)?.into_iter().map(|(slot, function)| (slot, name(function))).collect())
    };
    let (before, after) = (names(linked)?, names(bound)?);
    for slot in &uses.slots {
        let (before, after) = (before.get(slot), after.get(slot));
        if before != after || before.is_none_or(String::is_empty) {
            bail!(
                "place {slot} of the table was {before:?} for the linker and is {after:?} for wasm-bindgen"
            );
        }
    }
    Ok(())
}

/// Cuts a wasm of which [`plan`] was made; it may have been made smaller since, as long as it kept the gates' names.
pub(crate) fn cut(wasm: &[u8], uses: &Uses) -> Result<Parts> {
    let (mut first, mut rest) = (parse(wasm)?, parse(wasm)?);
    let cut = Cut::through(&first, uses)?;
    let given = cut.out_of_rest(&mut rest, uses)?;
    cut.out_of_first(&mut first, uses, &given)?;
    Ok(Parts { first: first.emit_wasm(), rest: Rest(rest) })
}

impl Rest {
    /// The file, with other names for what the first part gives, where it gave them others.
    pub(crate) fn write(mut self, names: &HashMap<&str, &str>) -> Vec<u8> {
        for import in self.0.imports.iter_mut() {
            if let Some(name) = names.get(&*import.name) {
                import.name = (*name).to_owned();
            }
        }
        self.0.emit_wasm()
    }
}

fn parse(wasm: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false).generate_name_section(false);
    let mut module = config.parse(wasm)?;
    // What the linker and wasm-bindgen say of themselves; nobody reads it any more.
    let sections: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for section in sections {
        module.customs.delete(section);
    }
    Ok(module)
}

/// Where everything goes. Both parts begin as the same module, in which everything has the same index.
struct Cut {
    table: TableId,
    /// The functions of the rest.
    apart: HashSet<usize>,
    /// The places of the table that the rest fills, with the functions it puts there.
    slots: BTreeMap<u32, usize>,
    /// The gates, with their places in the table.
    gates: BTreeMap<usize, u32>,
    /// How many places the table has.
    size: u64,
}

/// What the rest is given, by index, and under which name.
#[derive(Default)]
struct Given {
    functions: BTreeMap<usize, String>,
    tables: BTreeMap<usize, String>,
    memories: BTreeMap<usize, String>,
    globals: BTreeMap<usize, String>,
}

/// What code names.
#[derive(Default)]
struct Named {
    functions: BTreeSet<FunctionId>,
    tables: BTreeSet<TableId>,
    memories: BTreeSet<MemoryId>,
    globals: BTreeSet<GlobalId>,
}

impl Visitor<'_> for Named {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.insert(*function);
    }

    fn visit_table_id(&mut self, table: &TableId) {
        self.tables.insert(*table);
    }

    fn visit_memory_id(&mut self, memory: &MemoryId) {
        self.memories.insert(*memory);
    }

    fn visit_global_id(&mut self, global: &GlobalId) {
        self.globals.insert(*global);
    }
}

impl Named {
    fn add(&mut self, module: &Module, function: FunctionId) {
        if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
            ir::dfs_in_order(self, local, local.entry_block());
        }
    }
}

impl Cut {
    fn through(module: &Module, uses: &Uses) -> Result<Self> {
        let table = module.tables.main_function_table()?.context("there is no table of functions")?;
        let mut is_gate: HashMap<FunctionId, &str> = HashMap::new();
        for function in module.funcs.iter() {
            if let Some(name) = function.name.as_deref().filter(|name| uses.gates.contains(*name)) {
                is_gate.insert(function.id(), name);
            }
        }
        if is_gate.is_empty() || is_gate.len() != uses.gates.len() {
            bail!("of the functions in {GATES} {:?} are left, of {:?}", is_gate.values(), uses.gates);
        }

        let mut waiting: Vec<FunctionId> = module.start.into_iter().collect();
        waiting.extend(module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        }));
        let placed = placed(module, table)?;
        waiting.extend(
            placed.iter().filter(|(slot, _)| !uses.slots.contains(slot)).map(|(_, function)| *function),
        );
        let mut reached = HashSet::new();
        while let Some(function) = waiting.pop() {
            if !is_gate.contains_key(&function) && reached.insert(function) {
                let mut named = Named::default();
                named.add(module, function);
                waiting.extend(named.functions);
            }
        }

        let is_apart = |id: &FunctionId| !reached.contains(id);
        let local = module.funcs.iter_local().map(|(id, _)| id);
        let size = module.tables.get(table).initial;
        let gates = is_gate.keys().map(|id| id.index()).collect::<BTreeSet<_>>().into_iter();
        let gates: BTreeMap<usize, u32> = gates.zip(u32::try_from(size)?..).collect();
        let own = placed.iter().filter(|(_, id)| is_apart(id)).map(|(slot, id)| (*slot, id.index()));
        Ok(Self {
            table,
            apart: local.filter(is_apart).map(|id| id.index()).collect(),
            slots: own.chain(gates.iter().map(|(gate, slot)| (*slot, *gate))).collect(),
            size: size + gates.len() as u64,
            gates,
        })
    }

    /// Makes the first part of the whole.
    fn out_of_first(&self, first: &mut Module, uses: &Uses, given: &Given) -> Result<()> {
        let ids: Vec<FunctionId> = first.funcs.iter().map(|function| function.id()).collect();
        let table =
            same(first.tables.iter().map(|table| (table.id().index(), table.id())), self.table.index())?;
        // In the places that are filled later: whoever calls it before stops there.
        let mut nobody = FunctionBuilder::new(&mut first.types, &[], &[]);
        nobody.func_body().unreachable();
        let nobody = nobody.finish(Vec::new(), &mut first.funcs);
        for element in first.elements.iter_mut() {
            if let ElementItems::Functions(functions) = &mut element.items {
                for function in functions {
                    if self.apart.contains(&function.index()) {
                        *function = nobody;
                    }
                }
            }
        }
        for id in ids.iter().copied() {
            let Some(slot) = self.gates.get(&id.index()) else { continue };
            let kind = first.types.get(first.funcs.get(id).ty());
            let (params, results) = (kind.params().to_vec(), kind.results().to_vec());
            let arguments: Vec<_> = params.iter().map(|kind| first.locals.add(*kind)).collect();
            let mut stub = FunctionBuilder::new(&mut first.types, &params, &results);
            let kind = first.types.add(&params, &results);
            let mut body = stub.func_body();
            for argument in &arguments {
                body.local_get(*argument);
            }
            body.i32_const(slot.cast_signed()).call_indirect(kind, table);
            first.funcs.get_mut(id).kind = FunctionKind::Local(stub.local_func(arguments));
        }
        enlarge(first, table, self.size);

        let segments: Vec<_> = first.data.iter().map(|data| data.id()).collect();
        for id in segments {
            let data = first.data.get_mut(id);
            let start = address(&data.kind)?;
            for range in &uses.data {
                if let Some(bytes) =
                    overlap(range, start, data.value.len()).and_then(|at| data.value.get_mut(at))
                {
                    bytes.fill(0);
                }
            }
        }

        for (index, name) in &given.functions {
            let id = same(ids.iter().map(|id| (id.index(), *id)), *index)?;
            first.exports.add(name, id);
        }
        for (index, name) in &given.tables {
            let id = same(first.tables.iter().map(|table| (table.id().index(), table.id())), *index)?;
            first.exports.add(name, id);
        }
        for (index, name) in &given.memories {
            let id = same(first.memories.iter().map(|memory| (memory.id().index(), memory.id())), *index)?;
            first.exports.add(name, id);
        }
        for (index, name) in &given.globals {
            let id = same(first.globals.iter().map(|global| (global.id().index(), global.id())), *index)?;
            first.exports.add(name, id);
        }
        passes::gc::run(first);
        Ok(())
    }

    /// Makes the rest of the whole, and tells what it must be given.
    fn out_of_rest(&self, rest: &mut Module, uses: &Uses) -> Result<Given> {
        let mut named = Named::default();
        let functions: HashMap<usize, FunctionId> =
            rest.funcs.iter().map(|function| (function.id().index(), function.id())).collect();
        for index in &self.apart {
            named.add(rest, *functions.get(index).context("a function that is gone")?);
        }
        named.functions.retain(|id| !self.apart.contains(&id.index()));
        let table =
            same(rest.tables.iter().map(|table| (table.id().index(), table.id())), self.table.index())?;
        named.tables.insert(table);
        let memory = rest.get_memory_id()?;
        named.memories.insert(memory);

        let data = own_data(rest, uses)?;
        let exports: Vec<_> = rest.exports.iter().map(|export| export.id()).collect();
        exports.into_iter().for_each(|id| rest.exports.delete(id));
        let elements: Vec<_> = rest.elements.iter().map(|element| element.id()).collect();
        for id in elements {
            rest.elements.delete(id);
        }
        let segments: Vec<_> = rest.data.iter().map(|data| data.id()).collect();
        segments.into_iter().for_each(|id| rest.data.delete(id));
        for table in rest.tables.iter_mut() {
            table.elem_segments.clear();
        }
        for memory in rest.memories.iter_mut() {
            memory.data_segments.clear();
        }
        rest.start = None;

        let mut given = Given::default();
        let mut count = 0;
        let mut name = || {
            count += 1;
            format!("rest {count}")
        };
        for id in named.functions {
            let name = name();
            let function = rest.funcs.get_mut(id);
            if let FunctionKind::Import(known) = &function.kind {
                let import = rest.imports.get_mut(known.import);
                (import.module, import.name) = (FIRST.to_owned(), name.clone());
            } else {
                let import = rest.imports.add(FIRST, &name, ImportKind::Function(id));
                function.kind = FunctionKind::Import(ImportedFunction { import, ty: function.ty() });
            }
            given.functions.insert(id.index(), name);
        }
        for id in named.tables {
            let name = name();
            rest.tables.get_mut(id).import = Some(import(rest, &name, ImportKind::Table(id)));
            given.tables.insert(id.index(), name);
        }
        for id in named.memories {
            let name = name();
            rest.memories.get_mut(id).import = Some(import(rest, &name, ImportKind::Memory(id)));
            given.memories.insert(id.index(), name);
        }
        for id in named.globals {
            let name = name();
            rest.globals.get_mut(id).kind = GlobalKind::Import(import(rest, &name, ImportKind::Global(id)));
            given.globals.insert(id.index(), name);
        }
        enlarge(rest, table, self.size);

        for (start, run) in runs(&self.slots) {
            let run: Option<Vec<_>> = run.into_iter().map(|index| functions.get(&index).copied()).collect();
            let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
            let items = ElementItems::Functions(run.context("a function that is gone")?);
            let id = rest.elements.add(ElementKind::Active { table, offset }, items);
            rest.tables.get_mut(table).elem_segments.insert(id);
        }
        for (start, bytes) in data {
            let offset = ConstExpr::Value(Value::I32(start.cast_signed()));
            let id = rest.data.add(DataKind::Active { memory, offset }, bytes);
            rest.memories.get_mut(memory).data_segments.insert(id);
        }
        passes::gc::run(rest);
        Ok(given)
    }
}

/// Takes something from the first part.
fn import(rest: &mut Module, name: &str, kind: ImportKind) -> ImportId {
    rest.imports.add(FIRST, name, kind)
}

/// What has this index in the one module has it in the other.
fn same<T>(mut all: impl Iterator<Item = (usize, T)>, index: usize) -> Result<T> {
    all.find(|(at, _)| *at == index).map(|(_, id)| id).context("the two parts are not of the same wasm")
}

/// The functions in a table, by their places.
fn placed(module: &Module, of: TableId) -> Result<Vec<(u32, FunctionId)>> {
    let mut placed = Vec::new();
    for element in module.elements.iter() {
        match (&element.kind, &element.items) {
            (
                ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(start)) },
                ElementItems::Functions(functions),
            ) if *table == of => placed.extend((start.cast_unsigned()..).zip(functions.iter().copied())),
            (ElementKind::Active { table, .. }, _) if *table != of => {}
            _ => bail!("functions are put into the table in a way that is not known here"),
        }
    }
    Ok(placed)
}

/// Makes room in a table that was full.
fn enlarge(module: &mut Module, table: TableId, size: u64) {
    let table = module.tables.get_mut(table);
    table.initial = size;
    table.maximum = table.maximum.map(|maximum| maximum.max(size));
}

/// What follows without a gap.
fn runs(slots: &BTreeMap<u32, usize>) -> Vec<(u32, Vec<usize>)> {
    let mut runs: Vec<(u32, Vec<usize>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == *slot as usize => run.push(*function),
            _ => runs.push((*slot, vec![*function])),
        }
    }
    runs
}

/// The data that only the rest uses.
fn own_data(module: &Module, uses: &Uses) -> Result<Vec<(u32, Vec<u8>)>> {
    let mut own = Vec::new();
    for range in &uses.data {
        for data in module.data.iter() {
            let start = address(&data.kind)?;
            if let Some(bytes) = overlap(range, start, data.value.len())
                && let Some(value) = data.value.get(bytes)
            {
                own.push((range.start.max(start), value.to_vec()));
            }
        }
    }
    Ok(own)
}

/// Which bytes of a segment lie in a range of addresses.
fn overlap(range: &Range<u32>, start: u32, length: usize) -> Option<Range<usize>> {
    let within = |address: u32| (address.saturating_sub(start) as usize).min(length);
    let bytes = within(range.start)..within(range.end);
    (!bytes.is_empty()).then_some(bytes)
}

fn address(kind: &DataKind) -> Result<u32> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } => Ok(start.cast_unsigned()),
        _ => bail!("data without an address"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"(module
        (import "./app_bg.js" "log" (func $log (param i32)))
        (import "./app_bg.js" "now" (func $now (result i32)))
        (global $stack (mut i32) (i32.const 1024))
        (memory 1)
        (table 4 4 funcref)
        (elem (i32.const 1) $button $shown $both)
        (data (i32.const 16) "the start page's text, and the text of the rest")
        (export "memory" (memory 0))
        (export "main" (func $main))
        (func $main (drop (call $gate (i32.const 1) (i64.const 2))) (drop (call $now)) (call $both))
        (func $button (call $shared (i32.const 3)))
        (func $shared (param i32) (global.set $stack (local.get 0)))
        (func $both (call $shared (i32.const 4)))
        (func $gate (@name "plan_ouvert::ui::rest::gate") (param i32 i64) (result i32)
            (call $log (global.get $stack)) (call $helper) (i32.load (i32.const 43)))
        (func $helper (call $shared (i32.const 5)))
        (func $shown (call_indirect (i32.const 3))))"#;

    fn whole() -> Parts {
        let uses = Uses {
            gates: HashSet::from(["plan_ouvert::ui::rest::gate".to_owned()]),
            slots: HashSet::from([2]),
            data: std::iter::once(39..63).collect(),
        };
        cut(&wat::parse_str(WHOLE).unwrap(), &uses).unwrap()
    }

    fn imports(module: &Module) -> Vec<(&str, &str)> {
        module.imports.iter().map(|import| (&*import.module, &*import.name)).collect()
    }

    fn locals(module: &Module) -> usize {
        module.funcs.iter_local().count()
    }

    /// The places of the table that a part fills.
    fn filled(module: &Module) -> Vec<u32> {
        let table = module.tables.iter().next().unwrap().id();
        placed(module, table).unwrap().into_iter().map(|(slot, _)| slot).collect()
    }

    #[test]
    fn the_first_part_keeps_what_it_needs_and_a_stub() {
        let first = parse(&whole().first).unwrap();
        assert_eq!(imports(&first).len(), 2, "what only the rest calls comes through the first part, too");
        assert_eq!(locals(&first), 6, "main, the button, shared, both, the gate's stub, and nobody");
        assert_eq!(filled(&first), [1, 2, 3]);
        let table = first.tables.iter().next().unwrap();
        assert_eq!((table.initial, table.maximum), (5, Some(5)), "a place for the gate");
        let (_, main) = first
            .funcs
            .iter_local()
            .find(|(id, _)| first.exports.get_exported_func(*id).is_some_and(|it| it.name == "main"))
            .unwrap();
        let mut named = Named::default();
        ir::dfs_in_order(&mut named, main, main.entry_block());
        let calls_through_table = named.functions.iter().any(|id| {
            let mut named = Named::default();
            named.add(&first, *id);
            named.tables.contains(&table.id())
        });
        assert!(calls_through_table);
    }

    #[test]
    fn the_rest_fills_its_places_and_takes_all_else() {
        let rest = parse(&whole().rest.write(&HashMap::new())).unwrap();
        assert_eq!(locals(&rest), 3, "the gate, its helper, and what it shows");
        assert_eq!(filled(&rest), [2, 4]);
        assert!(imports(&rest).iter().all(|(module, _)| *module == FIRST), "{:?}", imports(&rest));
        assert_eq!(imports(&rest).len(), 5, "shared, log, memory, table, the stack");
    }

    #[test]
    fn data_lies_in_one_part_at_the_same_address() {
        let parts = whole();
        let data = |wasm: &[u8]| -> Vec<(u32, String)> {
            let module = parse(wasm).unwrap();
            let text = |data: &walrus::Data| String::from_utf8(data.value.clone()).unwrap();
            module.data.iter().map(|data| (address(&data.kind).unwrap(), text(data))).collect()
        };
        let nothing = "\0".repeat(24);
        assert_eq!(data(&parts.first), [(16, format!("the start page's text, {nothing}"))]);
        assert_eq!(data(&parts.rest.write(&HashMap::new())), [(39, "and the text of the rest".to_owned())]);
    }

    #[test]
    fn the_rest_knows_the_first_part_by_its_short_names() {
        let parts = whole();
        let first = parse(&parts.first).unwrap();
        let given: Vec<_> = first.exports.iter().map(|export| export.name.clone()).collect();
        let short: HashMap<&str, &str> = given.iter().map(|name| (&**name, "a")).collect();
        let rest = parse(&parts.rest.write(&short)).unwrap();
        assert!(imports(&rest).iter().all(|(_, name)| *name == "a"), "{:?}", imports(&rest));
    }

    #[test]
    fn a_gate_that_is_gone_is_told() {
        let uses =
            Uses { gates: HashSet::from(["plan_ouvert::ui::rest::gone".to_owned()]), ..Uses::default() };
        assert!(cut(&wat::parse_str(WHOLE).unwrap(), &uses).is_err());
    }
}
