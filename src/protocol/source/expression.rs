//! The small language of conditions: `skin:infection and not age < 22`.

/// A condition as written, with names.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    Always,
    SeveralAreas,
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Not(Box<Expression>),
    Chosen {
        question: String,
        option: String,
        anywhere: bool,
    },
    AtLeast {
        question: String,
        number: u16,
    },
    Below {
        question: String,
        number: u16,
    },
    SinceAtLeast {
        question: String,
        span: String,
    },
    SinceBelow {
        question: String,
        span: String,
    },
    Area(String),
    Goal(String),
}

/// Reads a condition; the error is a sentence.
pub(super) fn parse(text: &str) -> Result<Expression, String> {
    let mut reader = Reader {
        tokens: tokens(text)?,
        next: 0,
    };
    let expression = reader.any()?;
    match reader.take() {
        None => Ok(expression),
        Some(token) => Err(format!(
            "`{token}` is not expected here. Join parts with `and` or `or`."
        )),
    }
}

fn tokens(text: &str) -> Result<Vec<String>, String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '(' | ')' | ':' | '<' => 1,
            '>' if rest.starts_with(">=") => 2,
            c if is_name(c) => rest.find(|c| !is_name(c)).unwrap_or(rest.len()),
            other => return Err(format!("`{other}` cannot stand in a condition.")),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token.to_owned());
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn is_name(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.'
}

struct Reader {
    tokens: Vec<String>,
    next: usize,
}

impl Reader {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.next).map(String::as_str)
    }

    fn take(&mut self) -> Option<String> {
        let token = self.tokens.get(self.next).cloned();
        self.next += usize::from(token.is_some());
        token
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.peek() == Some(token);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        if self.eat(token) {
            return Ok(());
        }
        Err(format!(
            "`{token}` is missing before {}.",
            self.describe_next()
        ))
    }

    fn describe_next(&self) -> String {
        self.peek()
            .map_or_else(|| "the end".to_owned(), |token| format!("`{token}`"))
    }

    fn name(&mut self) -> Result<String, String> {
        let next = self.describe_next();
        self.take()
            .filter(|token| token.chars().all(is_name))
            .ok_or_else(|| format!("A name is missing before {next}."))
    }

    fn any(&mut self) -> Result<Expression, String> {
        let mut parts = vec![self.all()?];
        while self.eat("or") {
            parts.push(self.all()?);
        }
        Ok(join(parts, Expression::Any))
    }

    fn all(&mut self) -> Result<Expression, String> {
        let mut parts = vec![self.not()?];
        while self.eat("and") {
            parts.push(self.not()?);
        }
        Ok(join(parts, Expression::All))
    }

    fn not(&mut self) -> Result<Expression, String> {
        if self.eat("not") {
            Ok(Expression::Not(Box::new(self.not()?)))
        } else {
            self.atom()
        }
    }

    fn atom(&mut self) -> Result<Expression, String> {
        if self.eat("(") {
            let inner = self.any()?;
            self.expect(")")?;
            return Ok(inner);
        }
        let word = self.name()?;
        match word.as_str() {
            "always" => return Ok(Expression::Always),
            "several-areas" => return Ok(Expression::SeveralAreas),
            "area" | "goal" | "since" | "anywhere" if self.eat("(") => return self.call(&word),
            _ => {}
        }
        if self.eat(":") {
            let option = self.name()?;
            return Ok(Expression::Chosen {
                question: word,
                option,
                anywhere: false,
            });
        }
        let below = self.comparison(&word)?;
        let number = self.name()?;
        let number = number
            .parse()
            .map_err(|_| format!("`{number}` is not a whole number."))?;
        Ok(if below {
            Expression::Below {
                question: word,
                number,
            }
        } else {
            Expression::AtLeast {
                question: word,
                number,
            }
        })
    }

    fn call(&mut self, function: &str) -> Result<Expression, String> {
        let argument = self.name()?;
        if function == "anywhere" {
            self.expect(":")?;
            let option = self.name()?;
            self.expect(")")?;
            return Ok(Expression::Chosen {
                question: argument,
                option,
                anywhere: true,
            });
        }
        self.expect(")")?;
        match function {
            "area" => Ok(Expression::Area(argument)),
            "goal" => Ok(Expression::Goal(argument)),
            _ => {
                let below = self.comparison(&argument)?;
                let span = format!("{} {}", self.name()?, self.name()?);
                Ok(if below {
                    Expression::SinceBelow {
                        question: argument,
                        span,
                    }
                } else {
                    Expression::SinceAtLeast {
                        question: argument,
                        span,
                    }
                })
            }
        }
    }

    fn comparison(&mut self, left: &str) -> Result<bool, String> {
        if self.eat("<") {
            return Ok(true);
        }
        if self.eat(">=") {
            return Ok(false);
        }
        Err(format!(
            "`{left}` must be followed by `:` and an option, or by `<` or `>=` and a number, not by {}.",
            self.describe_next()
        ))
    }
}

fn join(mut parts: Vec<Expression>, make: fn(Vec<Expression>) -> Expression) -> Expression {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, last) => {
            parts.extend(last);
            make(parts)
        }
    }
}
