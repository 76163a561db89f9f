//! What of the app is used by what: the linker's own account of it, in the relocations that `--emit-relocs` leaves in
//! the wasm it links. Exact where the code alone is not: in the code the address of a function or of a text is a number
//! like any other.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use rustc_demangle::try_demangle;
use wasmparser::RelocationType as Reloc;
use wasmparser::{
    DataKind, ElementItems, ElementKind, ExternalKind, KnownCustom, Linking, Name, Operator, Parser, Payload,
    SymbolInfo, TypeRef,
};

/// Pieces of data shorter than this are not worth a segment of their own.
const SHORTEST: u32 = 16;

/// What the first part needs, and what it can do without.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses {
    /// The names of the functions at which the wasm is cut, as wasm-bindgen writes names.
    pub(crate) gates: HashSet<String>,
    /// The places of the function table that only the rest uses.
    pub(crate) slots: HashSet<u32>,
    /// The addresses of the data that only the rest uses.
    pub(crate) data: Vec<Range<u32>>,
}

/// A function by its index, or a piece of data by its position among the pieces.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node {
    Function(u32),
    Data(usize),
}

/// A piece of data, of one symbol or of several that overlap.
struct Piece {
    addresses: Range<u32>,
    /// Where it lies in the file.
    bytes: Range<usize>,
}

/// What each function and each piece of data uses.
type Edges = HashMap<Node, Vec<Node>>;

/// A symbol that relocations name.
enum Symbol {
    Function(u32),
    /// The segment, and where in it.
    Data(usize, Range<u32>),
    Other,
}

/// A segment of data.
struct Segment {
    address: u32,
    bytes: Range<usize>,
}

/// The linked wasm, as far as it matters here.
#[derive(Default)]
struct Linked {
    imported: u32,
    roots: Vec<u32>,
    names: HashMap<u32, String>,
    /// The function at each place of the table.
    slots: Vec<(u32, u32)>,
    bodies: Vec<Range<usize>>,
    segments: Vec<Segment>,
    symbols: Vec<Symbol>,
    /// What is used, and where in the file.
    uses: Vec<(usize, Reloc, u32)>,
}

/// Reads what uses what, and tells what is only behind the gates. `is_gate` knows them by name; `roots` are more names of
/// functions that can be called from outside.
pub(crate) fn read(wasm: &[u8], is_gate: impl Fn(&str) -> bool, roots: &HashSet<String>) -> Result<Uses> {
    let linked = Linked::read(wasm)?;
    let gates: HashMap<u32, String> = linked
        .names
        .iter()
        .filter(|(_, name)| is_gate(&plain(name)))
        .map(|(index, name)| (*index, readable(name)))
        .collect();
    let pieces = linked.pieces();
    let (edges, taken) = linked.edges(&pieces)?;
    if let Some(name) = gates.iter().find(|(gate, _)| taken.contains(gate)).map(|(_, name)| name) {
        bail!("{name} is called by its address: the wasm cannot be cut there");
    }

    // wasm-bindgen makes imports of its casts, which only the first part has.
    let is_root = |name: &str| roots.contains(name) || name.contains("wbg_cast");
    let named = linked.names.iter().filter(|(_, name)| is_root(&readable(name)));
    let mut waiting: Vec<Node> =
        linked.roots.iter().copied().chain(named.map(|(index, _)| *index)).map(Node::Function).collect();
    let mut reached = HashSet::new();
    while let Some(node) = waiting.pop() {
        let is_gate = matches!(node, Node::Function(index) if gates.contains_key(&index));
        if !is_gate && reached.insert(node) {
            waiting.extend(edges.get(&node).into_iter().flatten());
        }
    }
    let is_apart = |node: Node| !reached.contains(&node);
    let slots = linked.slots.iter().filter(|(_, function)| is_apart(Node::Function(*function)));
    let data = pieces.iter().enumerate().map(|(at, piece)| (piece, is_apart(Node::Data(at))));
    Ok(Uses {
        slots: slots.map(|(slot, _)| *slot).collect(),
        data: together(data),
        gates: gates.into_values().collect(),
    })
}

/// The addresses of pieces that are apart, those that follow one another together.
fn together<'a>(pieces: impl Iterator<Item = (&'a Piece, bool)>) -> Vec<Range<u32>> {
    let mut runs: Vec<Range<u32>> = Vec::new();
    let mut goes_on = false;
    for (Piece { addresses, .. }, is_apart) in pieces {
        match runs.last_mut() {
            Some(run) if is_apart && goes_on && addresses.start - run.end < SHORTEST => {
                run.end = addresses.end;
            }
            _ if is_apart => runs.push(addresses.clone()),
            _ => {}
        }
        goes_on = is_apart;
    }
    runs.retain(|run| run.end - run.start >= SHORTEST);
    runs
}

/// A name as wasm-bindgen writes it, without the number that it gives the second function of one name.
pub(super) fn readable(name: &str) -> String {
    let readable = try_demangle(name).map_or_else(|_| name.to_owned(), |name| name.to_string());
    let number = readable.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    match number {
        // What tells crates apart has sixteen digits.
        Some((name, number)) if number.parse::<u8>().is_ok() => name.to_owned(),
        _ => readable,
    }
}

/// A name without what tells two of the same name apart.
fn plain(name: &str) -> String {
    try_demangle(name).map_or_else(|_| name.to_owned(), |name| format!("{name:#}"))
}

impl Linked {
    fn read(wasm: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        // Relocations count from where the section's content begins.
        let (mut code, mut data) = (0, 0);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        linked.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            linked.roots.push(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => linked.roots.push(func),
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        if let ElementKind::Active { offset_expr, .. } = element.kind
                            && let ElementItems::Functions(functions) = element.items
                        {
                            let functions = functions.into_iter().collect::<Result<Vec<_>, _>>()?;
                            linked.slots.extend((number(&offset_expr)?..).zip(functions));
                        }
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => linked.bodies.push(body.range()),
                Payload::DataSection(segments) => {
                    data = segments.range().start;
                    for segment in segments {
                        let segment = segment?;
                        let address = match segment.kind {
                            DataKind::Active { offset_expr, .. } => number(&offset_expr)?,
                            DataKind::Passive => bail!("data without an address"),
                        };
                        let start = segment.range.end - segment.data.len();
                        linked.segments.push(Segment { address, bytes: start..segment.range.end });
                    }
                }
                Payload::CustomSection(section) => {
                    let begin = if section.name() == "reloc.CODE" { code } else { data };
                    match section.as_known() {
                        KnownCustom::Linking(reader) => linked.read_symbols(reader)?,
                        KnownCustom::Name(names) => linked.read_names(names)?,
                        KnownCustom::Reloc(reader)
                            if ["reloc.CODE", "reloc.DATA"].contains(&section.name()) =>
                        {
                            for entry in reader.entries() {
                                let entry = entry?;
                                linked.uses.push((begin + entry.offset as usize, entry.ty, entry.index));
                            }
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        if linked.symbols.is_empty() || linked.uses.is_empty() {
            bail!("the linker left no relocations");
        }
        Ok(linked)
    }

    fn read_symbols(&mut self, reader: wasmparser::LinkingSectionReader<'_>) -> Result<()> {
        for part in reader.subsections() {
            if let Linking::SymbolTable(symbols) = part? {
                for symbol in symbols {
                    self.symbols.push(match symbol? {
                        SymbolInfo::Func { index, .. } => Symbol::Function(index),
                        SymbolInfo::Data { symbol: Some(place), .. } => {
                            Symbol::Data(place.index as usize, place.offset..place.offset + place.size)
                        }
                        _ => Symbol::Other,
                    });
                }
            }
        }
        Ok(())
    }

    fn read_names(&mut self, names: wasmparser::NameSectionReader<'_>) -> Result<()> {
        for part in names {
            if let Name::Function(functions) = part? {
                for naming in functions {
                    let naming = naming?;
                    self.names.insert(naming.index, naming.name.to_owned());
                }
            }
        }
        Ok(())
    }

    /// The pieces of data, by their addresses.
    fn pieces(&self) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for symbol in &self.symbols {
            if let Symbol::Data(segment, within) = symbol
                && let Some(segment) = self.segments.get(*segment)
                && !within.is_empty()
            {
                let address = |offset| segment.address + offset;
                let byte = |offset: u32| segment.bytes.start + offset as usize;
                pieces.push(Piece {
                    addresses: address(within.start)..address(within.end),
                    bytes: byte(within.start)..byte(within.end),
                });
            }
        }
        pieces.sort_by_key(|piece| piece.addresses.start);
        let mut apart: Vec<Piece> = Vec::new();
        for piece in pieces {
            match apart.last_mut() {
                Some(last) if piece.addresses.start < last.addresses.end => {
                    last.addresses.end = last.addresses.end.max(piece.addresses.end);
                    last.bytes.end = last.bytes.end.max(piece.bytes.end);
                }
                _ => apart.push(piece),
            }
        }
        apart
    }

    /// What each function and each piece of data uses, and the functions whose address is taken.
    fn edges(&self, pieces: &[Piece]) -> Result<(Edges, HashSet<u32>)> {
        let mut edges = Edges::new();
        let mut taken = HashSet::new();
        for (at, kind, symbol) in &self.uses {
            let used = match kind {
                Reloc::FunctionIndexLeb
                | Reloc::TableIndexSleb
                | Reloc::TableIndexI32
                | Reloc::MemoryAddrLeb
                | Reloc::MemoryAddrSleb
                | Reloc::MemoryAddrI32 => {
                    self.symbols.get(*symbol as usize).context("a symbol that is not listed")?
                }
                Reloc::TypeIndexLeb | Reloc::GlobalIndexLeb | Reloc::TableNumberLeb => continue,
                other => bail!("a relocation of a kind that is not known here: {other:?}"),
            };
            let used = match used {
                Symbol::Function(index) => {
                    if *kind != Reloc::FunctionIndexLeb {
                        taken.insert(*index);
                    }
                    Node::Function(*index)
                }
                Symbol::Data(segment, within) => {
                    let segment = self.segments.get(*segment).context("a segment that is not there")?;
                    let address = segment.address + within.start;
                    match find(pieces, |piece| &piece.addresses, address) {
                        Some(piece) => Node::Data(piece),
                        // Nothing lies there, or it is before and behind everything, as the linker's own marks are.
                        None => continue,
                    }
                }
                Symbol::Other => continue,
            };
            let user = find(&self.bodies, |body| body, *at)
                .map(|body| Node::Function(self.imported + body as u32))
                .or_else(|| find(pieces, |piece| &piece.bytes, *at).map(Node::Data));
            edges.entry(user.context("something used by nothing")?).or_default().push(used);
        }
        Ok((edges, taken))
    }
}

/// Which of the ranges, in order and apart, has a value.
fn find<T, N: PartialOrd>(all: &[T], range: impl Fn(&T) -> &Range<N>, value: N) -> Option<usize> {
    let at = all.partition_point(|one| range(one).end <= value);
    all.get(at).filter(|one| range(one).start <= value).map(|_| at)
}

fn number(expression: &wasmparser::ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("a place that is no number: {other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder as wasm;

    use super::*;

    const BODY: u32 = 9;

    /// An app as the linker leaves it: `main` draws a button with a text; the page behind the gate has another text, and a
    /// table of what it shows.
    fn linked() -> Vec<u8> {
        let names = ["main", "button", "app::rest::page", "app::shown", "app::row", "called"];
        let [main, button, page, shown, row] = [0, 1, 2, 3, 4];
        let mut types = wasm::TypeSection::new();
        types.ty().function([], []);
        let mut functions = wasm::FunctionSection::new();
        let mut code = wasm::CodeSection::new();
        for _ in names {
            functions.function(0);
            code.raw(&[0, 1, 1, 1, 1, 1, 1, 0x0b]);
        }
        let mut tables = wasm::TableSection::new();
        let kind = wasm::TableType {
            element_type: wasm::RefType::FUNCREF,
            table64: false,
            minimum: 4,
            maximum: Some(4),
            shared: false,
        };
        tables.table(kind);
        let mut exports = wasm::ExportSection::new();
        exports.export("main", wasm::ExportKind::Func, main);
        let mut elements = wasm::ElementSection::new();
        elements.active(
            None,
            &wasm::ConstExpr::i32_const(1),
            wasm::Elements::Functions([button, shown, row].as_slice().into()),
        );
        let mut memories = wasm::MemorySection::new();
        let kind = wasm::MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        memories.memory(kind);
        let mut data = wasm::DataSection::new();
        data.active(0, &wasm::ConstExpr::i32_const(16), [7; 60]);

        let mut symbols = wasm::SymbolTable::new();
        for (index, name) in (0..).zip(names) {
            symbols.function(0, index, Some(name));
        }
        let [text, table, long] = [names.len() as u32, names.len() as u32 + 1, names.len() as u32 + 2];
        for (name, offset, size) in [("text", 0, 20), ("table", 20, 8), ("long", 28, 32)] {
            symbols.data(0, name, Some(wasm::DataSymbolDefinition { index: 0, offset, size }));
        }
        let mut linking = wasm::LinkingSection::new();
        linking.symbol_table(&symbols);

        let within = |function: u32| (2 + function * BODY + 2) as u8;
        let of_data = 6;
        let calls = [[0, within(main), page as u8], [0, within(page), shown as u8]];
        let places = [[1, within(main), button as u8], [1, within(page), shown as u8]];
        let addresses = [
            [4, within(button), text as u8, 0],
            [4, within(shown), table as u8, 0],
            [4, within(row), long as u8, 0],
        ];
        let entries = [calls.concat(), places.concat(), addresses.concat()].concat();
        let code_uses = [vec![3, 7], entries].concat();
        // The table has the place of a row.
        let data_uses = vec![5, 1, 2, of_data + 20, row as u8];

        let mut named = wasm::NameMap::new();
        for (index, name) in (0..).zip(names) {
            named.append(index, name);
        }
        let mut naming = wasm::NameSection::new();
        naming.functions(&named);
        let custom =
            |name: &'static str, data: Vec<u8>| wasm::CustomSection { name: name.into(), data: data.into() };
        let mut module = wasm::Module::new();
        module.section(&types).section(&functions).section(&tables).section(&memories).section(&exports);
        module.section(&elements).section(&code).section(&data).section(&linking);
        module
            .section(&custom("reloc.CODE", code_uses))
            .section(&custom("reloc.DATA", data_uses))
            .section(&naming);
        module.finish()
    }

    fn is_gate(name: &str) -> bool {
        name == "app::rest::page"
    }

    #[test]
    fn what_only_the_gates_lead_to_is_apart() {
        let uses = read(&linked(), is_gate, &HashSet::new()).unwrap();
        assert_eq!(uses.gates, HashSet::from(["app::rest::page".to_owned()]));
        assert_eq!(uses.slots, HashSet::from([2, 3]), "the button is the first part's");
        assert!(uses.data.into_iter().eq(std::iter::once(36..76)), "the text is the first part's");
    }

    #[test]
    fn the_number_of_a_second_function_is_no_part_of_its_name() {
        for (name, said) in [
            ("a::b[2]", "a::b"),
            ("a::b", "a::b"),
            ("a[42d2b33bd937efdb]", "a[42d2b33bd937efdb]"),
            ("[T]", "[T]"),
            ("a[]", "a[]"),
        ] {
            assert_eq!(readable(name), said);
        }
    }

    #[test]
    fn what_can_be_called_from_outside_is_not_apart() {
        let uses = read(&linked(), is_gate, &HashSet::from(["app::row".to_owned()])).unwrap();
        assert_eq!(uses.slots, HashSet::from([2]));
        assert_eq!(uses.data, Vec::<Range<u32>>::new(), "the table is too short to be worth it");
    }

    #[test]
    fn a_gate_is_never_called_by_its_address() {
        let error = read(&linked(), |name| name == "app::shown", &HashSet::new()).unwrap_err();
        assert!(error.to_string().contains("app::shown"), "{error}");
    }

    #[test]
    fn without_relocations_nothing_is_guessed() {
        assert!(read(&wasm::Module::new().finish(), is_gate, &HashSet::new()).is_err());
    }
}
